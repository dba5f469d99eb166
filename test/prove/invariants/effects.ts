import type { OutgoingMessage } from '#contracts/message.ts';
import type { OutboxRow } from '#store/outbox.ts';
import type { DeliveredMessage, LedgerEntry, Task, World } from '../read-world.ts';

/** No effect twice, none that nobody decided on, none after a cancel that found nothing leaving. */
export function checkEffects(world: World): string[] {
  return [
    ...checkRecords(world),
    ...world.outbox.flatMap((row) => checkMessage(world, row)),
    ...world.replies.flatMap((reply) => checkReply(world, reply)),
    ...checkCancels(world),
    ...checkCopies(world),
  ];
}

function checkRecords({ interactions }: World): string[] {
  const seen = new Set<string>();
  return interactions.flatMap(({ runId, stepKey: key, digest }) => {
    const [, name, , ...item] = key.split('/');
    const effect = [runId, name, ...item, digest].join('/');
    if (seen.has(effect)) return [`the CRM holds ${key} twice`];
    seen.add(effect);
    return [];
  });
}

function checkMessage(world: World, row: OutboxRow): string[] {
  if (row.messageClass === 'notice') return [];
  const copies = world.replies.filter((reply) => reply.messageId === row.messageId).length;
  const most = 1 + world.tasks.filter((task) => allowsAgain(task, row)).length;
  const never = ['queued', 'refused', 'withdrawn'].includes(row.state);
  const problems: string[] = [];
  if (copies > most)
    problems.push(`message ${row.messageId} of ${row.runId} went out ${copies} times, ${most} were decided on`);
  if (never && copies > 0) problems.push(`message ${row.messageId} is ${row.state} and went out`);
  if (row.state === 'sent' && copies === 0 && !row.response?.startsWith('recorded as sent'))
    problems.push(`message ${row.messageId} is said to be sent and never came`);
  if (row.state === 'sending')
    problems.push(`message ${row.messageId} of ${row.runId} was left half sent, and nobody is asked`);
  return problems;
}

function allowsAgain({ row, decision }: Task, message: OutboxRow): boolean {
  return row.point === 'unconfirmed' && decision.kind === 'approved' && row.stepKey.includes(`/${message.id}/`);
}

/** The same text leaves a run once, whatever step key it left under, unless a person had it sent again. */
function checkCopies({ replies, tasks }: World): string[] {
  const copies = new Map<string, DeliveredMessage[]>();
  for (const reply of replies) {
    const key = JSON.stringify([reply.headers['x-baton-run'], reply.to, reply.subject, plain(reply.text)]);
    copies.set(key, [...(copies.get(key) ?? []), reply]);
  }
  return [...copies.values()].flatMap((same) => {
    const runId = same[0]?.headers['x-baton-run'];
    const again = tasks.filter(
      ({ row, decision }) => row.runId === runId && row.point === 'unconfirmed' && decision.kind === 'approved',
    );
    return same.length > 1 + again.length ? [`the same text left ${runId} ${same.length} times`] : [];
  });
}

function checkReply(world: World, reply: DeliveredMessage): string[] {
  const runId = reply.headers['x-baton-run'];
  const covered = world.tasks.some(
    ({ row, decision }) => row.runId === runId && 'action' in decision && saysSame(decision.action, reply),
  );
  return covered ? [] : [`a message to ${reply.to.join()} of ${runId} went out that nobody validly decided on`];
}

function saysSame(action: OutgoingMessage, reply: DeliveredMessage): boolean {
  return (
    reply.to.length === 1 &&
    reply.to[0] === action.to &&
    reply.subject === action.subject &&
    plain(reply.text) === plain(action.text) &&
    filesOf(reply.attachments) === filesOf(action.attachments ?? [])
  );
}

function filesOf(attachments: readonly { name: string; sha256: string }[]): string {
  return attachments.map(({ name, sha256 }) => `${name} ${sha256}`).join('\n');
}

/** Line ends are the wire's own. */
function plain(text: string): string {
  return text.replaceAll('\r\n', '\n').trimEnd();
}

function checkCancels({ ledger, runs }: World): string[] {
  const parentOf = new Map(runs.map((run) => [run.id, run.parentRunId]));
  const isOf = (entry: LedgerEntry, runId: string | null) =>
    entry.runId !== null && (entry.runId === runId || parentOf.get(entry.runId) === runId);
  return ledger.flatMap((cancel, index) => {
    if (cancel.kind !== 'cancel-requested' || cancel.body.leaving !== 0) return [];
    const after = ledger.slice(index + 1);
    const again = after.findIndex((entry) => entry.kind === 'retry-requested' && entry.runId === cancel.runId);
    const late = after
      .slice(0, again < 0 ? undefined : again)
      .filter((entry) => entry.kind === 'effect-intended' && isOf(entry, cancel.runId));
    return late.map((entry) => `${entry.body.step} was begun after ${cancel.runId} was cancelled with nothing leaving`);
  });
}
