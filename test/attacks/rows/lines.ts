import type { DecisionChoice } from '#contracts/approval.ts';
import type { ErrorCode } from '#contracts/errors.ts';
import type { Line } from '../attack.ts';

export const taken = (by: string, decision: DecisionChoice): Line => word('decision-made', by, decision);
export const voted = (by: string, decision: DecisionChoice): Line => word('vote-given', by, decision);
export const refused = (by: string, code: ErrorCode): Line => `decision-refused ${by} ${code}`;
export const ignored = (process = 'answer-order-status'): Line => `signal-ignored process:${process}`;

/** What a link refuses before its code was looked at: nobody knows yet who holds it. */
export const refusedAtDoor =
  (by: string, code: ErrorCode): Line =>
  (path) =>
    path === 'link' ? `link-refused link:${by} ${code}` : `decision-refused ${by} ${code}`;

function word(kind: string, by: string, decision: DecisionChoice): Line {
  return (path) => `${kind} ${by} ${decision}${path === 'link' ? ' by link' : ''}`;
}
