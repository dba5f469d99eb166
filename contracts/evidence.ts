import type { Enquiry } from './enquiry.ts';
import type { AnsweredBy } from './model-result.ts';
import type { Exchange } from './question.ts';

/** Which of the drafts that a run may have rejected this is: rejecting the last one for a reason ends the run. */
export interface DraftRound {
  number: number;
  of: number;
}

/** What an approver is shown beside the action, and what the digest covers with it. */
export interface Evidence {
  enquiry: Enquiry;
  /** The record the draft was made from; empty where it was made from the message alone. */
  facts: Readonly<Record<string, unknown>>;
  /** What was asked about it and answered, oldest first; absent where nothing was asked. */
  exchanges?: readonly Exchange[];
  /** Who drafted it; absent where no model could. */
  draftedBy?: AnsweredBy;
  /** Why a person is asked. */
  reason: string;
  /** The draft's number, from 1. */
  draft: number;
  /** Absent where a rejection makes no draft, or it was drafted before rounds were told. */
  round?: DraftRound;
}
