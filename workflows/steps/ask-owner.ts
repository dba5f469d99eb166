import { ApplicationFailure, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import type { ReasonCode } from '#contracts/approval.ts';
import type { DecisionFields } from '#contracts/approval-form.ts';
import type { Enquiry } from '#contracts/enquiry.ts';
import type { OwningPoint, PassedBy } from '#contracts/owning.ts';
import type { Route } from '#contracts/snapshot.ts';
import { awaitDecision } from './await-decision.ts';
import type { ProcessRun } from './process-run.ts';
import { recordOptions } from './record-options.ts';

export interface OwnerAsked {
  /** `offer`: whether they take it. `own`: what came of it. */
  point: OwningPoint;
  owner: string;
  round: number;
  enquiry: Enquiry;
  category: string;
  route: Route;
  /** Why it is them, and what those said who had it before. */
  why: string;
  /** Where it is not that an enquiry needs somebody. */
  reason?: ReasonCode;
}

export type OwnerSaid =
  | { kind: 'agreed'; by: string; fields?: DecisionFields }
  | { kind: 'passed'; by: PassedBy; said: string }
  | { kind: 'withdrawn' };

/** Asks one person to own an enquiry, or to say what came of it, and waits for their word. One that does not hold is asked for anew. */
export async function askOwner(run: ProcessRun, asked: OwnerAsked): Promise<OwnerSaid> {
  for (let attempt = 1; ; attempt += 1) {
    const decision = await ask(run, asked, attempt);
    switch (decision.kind) {
      case 'agreed':
        return decision;
      case 'rejected':
        return passed(asked, 'handed-on', `${decision.by} handed it on: ${decision.comment ?? ''}`);
      case 'expired':
        return asked.point === 'offer'
          ? passed(asked, 'not-accepted', `${asked.owner} did not take it in time`)
          : passed(asked, 'not-done', `${asked.owner} had it, and did not see to it in time`);
      case 'withdrawn':
        return { kind: 'withdrawn' };
      case 'void':
        break;
      case 'approved':
      case 'edited':
      case 'asked':
      case 'clarified':
      case 'taken-over':
        throw ApplicationFailure.nonRetryable(
          `The task ${asked.point} of ${run.reference.id} was ${decision.kind}, which only messages are`,
          'input-invalid',
        );
    }
  }
}

async function ask(run: ProcessRun, { enquiry, route, why, ...asked }: OwnerAsked, attempt: number) {
  const { point, owner, round, category, reason = 'needs-owner' } = asked;
  const { team, role } = route;
  const activities = proxyLocalActivities<Activities>(recordOptions(run.snapshot, `Ask somebody: ${point}`));
  const { approvalId, dueInMs } = await activities.requestApproval({
    ...{ point, team, role, reason, facts: {}, editable: [] },
    step: run.step(point, attempt === 1 ? String(round) : `${round}.${attempt}`),
    action: { kind: 'ownEnquiry', owner, subject: enquiry.subject, text: enquiry.text },
    evidence: { enquiry, facts: { category }, reason: why, draft: round },
    reviewMs: run.snapshot.durations.review,
  });
  return awaitDecision(run, { approvalId, dueInMs, point, team, role });
}

function passed({ owner }: OwnerAsked, why: PassedBy['why'], said: string): OwnerSaid {
  return { kind: 'passed', by: { person: owner, why }, said };
}
