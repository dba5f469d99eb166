import type { DecisionRequest } from '#contracts/approval.ts';
import type { Person } from '#contracts/person.ts';

/** A person's word on a task. */
export interface DecideOrder {
  approvalId: string;
  by: Person;
  request: DecisionRequest;
  /** The link of an e-mail that it came by, with the hash of its token. */
  link?: { tokenHash: string };
}
