import type { Enquiry } from './enquiry.ts';
import type { AnsweredBy } from './model-result.ts';

/** What an approver is shown beside the action, and what the digest covers with it. */
export interface Evidence {
  enquiry: Enquiry;
  /** The record the draft was made from; empty where it was made from the message alone. */
  facts: Readonly<Record<string, unknown>>;
  /** Who drafted it; absent where no model could. */
  draftedBy?: AnsweredBy;
  /** Why a person is asked. */
  reason: string;
  /** The draft's number, from 1. */
  draft: number;
}
