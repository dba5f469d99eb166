import { proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import type { Enquiry } from '#contracts/enquiry.ts';
import type { StepCall } from '#contracts/step-call.ts';
import { awaitAnswer } from './await-answer.ts';
import type { ProcessRun } from './process-run.ts';
import { recordOptions } from './record-options.ts';

export type Replied =
  | { kind: 'replied'; reply: Enquiry; since: string; handedInBy?: string }
  /** The customer said no more in the time there is, or what stood there as their reply was not taken in here. */
  | { kind: 'silent' | 'void' }
  /** The run is over. */
  | { kind: 'withdrawn' };

const customer = { kind: 'customer' } as const;

/** Says that what a step sends may be written back to. It is said before the message leaves, so that no reply is too fast. */
export async function expectReply(run: ProcessRun, step: StepCall): Promise<string> {
  const activities = proxyLocalActivities<Activities>(recordOptions(run.snapshot, 'Expect a reply'));
  return (await activities.expectReply({ step })).questionId;
}

/** Waits for what the customer writes back to a message that has left, or until they have been silent for long. */
export async function awaitReply(
  run: ProcessRun,
  { questionId, messageId }: { questionId: string; messageId: string },
): Promise<Replied> {
  const found = await awaitAnswer(run, { questionId, messageId, to: customer });
  switch (found.kind) {
    case 'answered': {
      const by = found.handedInBy === undefined ? {} : { handedInBy: found.handedInBy };
      return { kind: 'replied', reply: found.answer, since: found.since, ...by };
    }
    case 'unanswered':
      return { kind: 'silent' };
    case 'void':
    case 'withdrawn':
      return { kind: found.kind };
  }
}
