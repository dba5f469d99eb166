import type { RunDetail, RunItem, RunQuestion } from '#contracts/http/run.ts';
import { targetWords } from '#contracts/switch.ts';
import type { Terminal } from './terminal.ts';

/** A run in one line. */
export function sayRunItem({ say }: Terminal, run: RunItem): void {
  const cancelled = run.cancelRequested ? ', cancelled' : '';
  const stuck = run.stuckSince === null ? '' : `, stuck since ${run.stuckSince}`;
  const state = run.outcome ?? `${run.status}${cancelled}${stuck}${pausedOf(run)}`;
  const reference = run.reference === null ? '' : ` ${run.reference}`;
  say(`${run.id}  ${run.createdAt}  ${run.process.padEnd(20)} ${state}${reference}, by ${run.startedBy}`);
}

function pausedOf({ paused }: RunItem): string {
  if (paused === null) return '';
  const { since, targets, models, budgets } = paused;
  const off = targets.length > 0 ? [`switched off: ${targets.map(targetWords).join(', ')}`] : [];
  const silent = models.length > 0 ? [`not answering: ${models.join(', ')}`] : [];
  const spent = budgets.length > 0 ? [`no room in the budget: ${budgets.join(', ')}`] : [];
  return `, paused since ${since} (${[...off, ...silent, ...spent].join('; ')})`;
}

/** A run as a story: what happened, which model saw what, who allowed it. */
export function sayRun(terminal: Terminal, detail: RunDetail): void {
  const { say } = terminal;
  const { run, timeline, approvals, questions, messages, children } = detail;
  say(`${run.id}: ${run.process} version ${run.version}, ${run.outcome ?? `${run.status}${pausedOf(run)}`}`);
  if (run.status === 'damaged')
    say('Damaged: somebody changed it in the database. Operators can cancel it, and then retry it');
  if (run.reference !== null) say(`About:   ${run.reference}`);
  if (run.parent !== null) say(`Part of: ${run.parent}`);
  if (detail.temporalUi !== null) say(`Temporal: ${detail.temporalUi}`);
  say();
  for (const entry of timeline) say(`${entry.at}  ${entry.text}`);
  sayPerhapsPaid(terminal, detail);
  for (const task of approvals.filter(({ state }) => state === 'open')) {
    say();
    say(`Waits for ${task.waitsFor.role} (${task.waitsFor.team}), due ${task.due}: baton approvals show ${task.id}`);
  }
  for (const question of questions.filter(({ state }) => state === 'open')) {
    say();
    say(waitOf(question));
  }
  if (messages.length > 0) say();
  for (const message of messages) say(`Message (${message.class}) ${message.messageId}: ${message.state}`);
  if (children.length > 0) say();
  for (const child of children)
    say(`Went on in ${child.id} (${child.process}): ${child.outcome ?? child.status}; baton show ${child.id}`);
}

/** Calls of models that may have been paid for besides the one that was answered. */
function sayPerhapsPaid({ say }: Terminal, { perhapsPaid }: RunDetail): void {
  if (perhapsPaid.length > 0) say();
  for (const { call, step, model, at, known } of perhapsPaid)
    say(`Perhaps paid twice: ${model ?? 'a model'} was asked at ${at} for ${step} (${call}); ${known}`);
}

function waitOf({ to, askedAt, until }: RunQuestion): string {
  const whom = to.kind === 'customer' ? 'the customer' : to.person;
  return askedAt === null
    ? `A question to ${whom} is leaving`
    : `Waits for an answer of ${whom} since ${askedAt}, until ${until}`;
}
