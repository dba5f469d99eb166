import type { DecisionRequest } from '#contracts/approval.ts';
import type { Person } from '#contracts/person.ts';

/** A person's word on a task. */
export interface DecideOrder {
  approvalId: string;
  by: Person;
  request: DecisionRequest;
}
