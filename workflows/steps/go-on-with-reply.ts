import type { Exchange } from '#contracts/question.ts';
import type { RunOutcome } from '#contracts/run.ts';
import type { TaskPlan } from './answer-task.ts';
import { awaitReply } from './await-reply.ts';
import { logMessage } from './log-message.ts';
import type { ProcessRun } from './process-run.ts';
import type { SentReply } from './send-reply.ts';
import { writeCrm } from './write-crm.ts';

export interface ReplyToGoOnFrom {
  plan: TaskPlan;
  /** The item of the task at which the reply was decided. */
  item: string;
  sent: SentReply;
  /** What says that it may be written back to. */
  questionId: string;
  exchanges: readonly Exchange[];
}

/** Whether a reply may be written back to in this run: the story wants it, and the registry leaves room for one more. */
export function mayGoOn({ snapshot }: ProcessRun, { goesOn }: TaskPlan, exchanges: readonly Exchange[]): boolean {
  const { rounds = 0 } = snapshot.conversation ?? {};
  return goesOn === true && exchanges.filter(({ to }) => to.kind === 'customer').length < rounds;
}

/** Logs the reply, and goes on with what the customer writes back; where they are silent for long it is over. */
export async function goOnWithReply(
  run: ProcessRun,
  { plan, item, sent, questionId, exchanges }: ReplyToGoOnFrom,
): Promise<{ kind: 'over'; end: RunOutcome } | { kind: 'answered'; exchanges: readonly Exchange[] }> {
  const { interaction, message, messageId, outcome } = sent;
  await writeCrm(run, { step: 'logReply', item, interaction });
  const came = await awaitReply(run, { questionId, messageId });
  if (came.kind === 'withdrawn') return { kind: 'over', end: 'withdrawn' };
  if (came.kind !== 'replied') return { kind: 'over', end: outcome };
  const { reply: answer, since: askedAt, handedInBy } = came;
  const { category, enquiry } = plan;
  await logMessage(run, { step: 'logAnswer', item, enquiry, message: answer, direction: 'inbound', category });
  const by = handedInBy === undefined ? {} : { handedInBy };
  const exchange = { to: { kind: 'customer' }, question: message.text, askedAt, answer, ...by } as const;
  return { kind: 'answered', exchanges: [...exchanges, exchange] };
}
