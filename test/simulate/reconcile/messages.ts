import type { Finding } from './finding.ts';
import type { ArrivedMessage, Records, TaskRecord, Words } from './records.ts';

type OutboxRecord = Records['outbox'][number];

/** Every message that arrived was queued by a step and decided on by somebody, and arrived once; what is said to be sent did. */
export function checkMessages(records: Records): Finding[] {
  const queuedAs = new Map(records.outbox.map((row) => [row.messageId, row]));
  const tasksOf = Map.groupBy(records.tasks, ({ runId }) => runId);
  const arrivedAs = Map.groupBy(records.arrived, ({ messageId }) => messageId);
  const intended = new Set(records.ledger.flatMap(({ kind, step }) => (kind === 'effect-intended' ? [step] : [])));
  const paidBack = new Set(records.refunds.map(({ key }) => key.split('/')[0]));
  return [
    ...records.arrived.flatMap((message) => {
      const row = queuedAs.get(message.messageId);
      const tasks = tasksOf.get(message.run) ?? [];
      return checkCause(message, {
        row,
        intended,
        tasks,
        tellsOfMoney: paidBack.has(message.run) && tasks.length === 0,
      });
    }),
    ...checkCopies(records.arrived, { queuedAs, tasksOf }),
    ...records.outbox.flatMap((row) => checkArrival(row, arrivedAs.get(row.messageId)?.length ?? 0)),
  ];
}

interface Causes {
  row: OutboxRecord | undefined;
  intended: ReadonlySet<string | undefined>;
  tasks: readonly TaskRecord[];
  /** Small refunds are made, and told of, on no person's word. */
  tellsOfMoney: boolean;
}

function checkCause(
  { messageId, run, ...words }: ArrivedMessage,
  { row, intended, tasks, tellsOfMoney }: Causes,
): Finding[] {
  const step = row?.stepKey ?? 'unknown';
  const arrived = `the mailbox has ${messageId} to ${words.to}`;
  const finding = (other: string): Finding[] => [
    { kind: 'message without a cause', run, step, records: [arrived, other] },
  ];
  if (!row || row.runId !== run) return finding('the outbox has no such message of this run');
  if (!intended.has(row.stepKey)) return finding('the ledger has no intent to send it');
  const isDecided = tasks.some(({ decided }) => decided && said(decided) === said(words));
  return isDecided || tellsOfMoney ? [] : finding('nobody validly decided on these words');
}

interface Copies {
  queuedAs: ReadonlyMap<string, OutboxRecord>;
  tasksOf: ReadonlyMap<string, readonly TaskRecord[]>;
}

/** The same words leave a run once, under whatever key, unless somebody had them sent again. */
function checkCopies(arrived: Records['arrived'], { queuedAs, tasksOf }: Copies): Finding[] {
  const same = Map.groupBy(arrived, ({ run, ...words }) => `${run} ${said(words)}`);
  return [...same.values()].flatMap((copies): Finding[] => {
    const [first] = copies;
    if (!first) return [];
    const { run, messageId, to } = first;
    const again = (tasksOf.get(run) ?? []).filter(({ point, approved }) => point === 'unconfirmed' && approved).length;
    if (copies.length <= 1 + again) return [];
    const step = queuedAs.get(messageId)?.stepKey ?? 'unknown';
    const records = [
      `the mailbox has the same words to ${to} ${copies.length} times`,
      `approvals have them sent ${1 + again} times`,
    ] as const;
    return [{ kind: 'message sent twice', run, step, records }];
  });
}

function checkArrival(
  { messageClass, messageId, runId, stepKey, state, response }: OutboxRecord,
  copies: number,
): Finding[] {
  if (messageClass === 'notice') return [];
  const saysSent = state === 'sent' && !response?.startsWith('recorded as sent');
  const arrived = `the mailbox has it ${copies} times`;
  const where = {
    run: runId,
    step: stepKey,
    records: [`the outbox says that ${messageId} is ${state}`, arrived],
  } as const;
  if (saysSent && copies === 0) return [{ kind: 'message lost', ...where }];
  if (state === 'sending') return [{ kind: 'message lost', ...where }];
  const neverLeft = state === 'queued' || state === 'refused' || state === 'withdrawn';
  return neverLeft && copies > 0 ? [{ kind: 'message without a cause', ...where }] : [];
}

/** Line ends are the wire's own. */
function said({ to, subject, text }: Words): string {
  return JSON.stringify([to, subject, text.replaceAll('\r\n', '\n').trimEnd()]);
}
