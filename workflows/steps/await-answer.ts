import { proxyLocalActivities, setCurrentDetails, sleep } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import type { AnswerFound, AskedParty } from '#contracts/question.ts';
import type { ProcessRun } from './process-run.ts';
import { recordOptions } from './record-options.ts';

export interface SentQuestion {
  questionId: string;
  /** Under which it left. */
  messageId: string;
  to: AskedParty;
}

export type SettledAnswer = Exclude<AnswerFound, { kind: 'open' }> & { since: string };

/** Waits until the question's row says that it was answered, or that nobody did. Signals and the deadline only make it look. */
export async function awaitAnswer(run: ProcessRun, question: SentQuestion): Promise<SettledAnswer> {
  const { questionId, messageId, to } = question;
  const activities = proxyLocalActivities<Activities>(recordOptions(run.snapshot, `Read the answer of ${nameOf(to)}`));
  const wait = await activities.beginAnswerWait({ run: run.reference, questionId, messageId });
  setCurrentDetails(
    `**Waits for an answer** of ${nameOf(to)}\n\n- Since: ${wait.since}\n- Until: ${wait.until}\n- Question: \`${questionId}\``,
  );
  const deadline =
    wait.dueInMs === 0
      ? Promise.resolve()
      : sleep(wait.dueInMs, { summary: `Deadline of the answer of ${nameOf(to)}` });
  const signals = run.signals.waitFor(questionId, deadline);
  for (;;) {
    const found = await activities.settleAnswer({ run: run.reference, questionId, ...(await signals.next()) });
    if (found.kind !== 'open') {
      signals.leave();
      setCurrentDetails(`**Works**\n\n- Question to ${nameOf(to)}: ${found.kind}`);
      return { ...found, since: wait.since };
    }
  }
}

export function nameOf(party: AskedParty): string {
  return party.kind === 'customer' ? 'the customer' : party.person;
}
