import type { DecisionRequest } from '#contracts/approval.ts';
import type { Person } from '#contracts/person.ts';
import type { LinkRow } from '#store/approval-links.ts';

/** A person's word on a task. */
export interface DecideOrder {
  approvalId: string;
  by: Person;
  request: DecisionRequest;
  /** The link of an e-mail that it came by, with the hash of its token, and when a word came by it before. */
  link?: Pick<LinkRow, 'tokenHash' | 'usedAt'>;
}
