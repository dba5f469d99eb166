import type { ApprovalFacts, FactSources } from '#contracts/approval-terms.ts';
import type { Evidence } from '#contracts/evidence.ts';
import type { OutgoingMessage } from '#contracts/message.ts';
import type { SendingFacts } from '#contracts/policy.ts';
import type { MailAttachment } from '#contracts/ports/mail.ts';
import type { StepCall } from '#contracts/step-call.ts';
import type { Addressee } from '#governance/questions/addressee.ts';

/** By how many a message was agreed to, and what they give away with it. */
export type Agreed = Pick<SendingFacts, 'approvals' | 'amount' | 'currency'>;

/** A message to be handed over, and who is asked should nobody know what became of it. */
export interface SendOrder {
  step: StepCall;
  message: OutgoingMessage;
  /** What is attached, whose bytes its caller has compared with the message. */
  files: readonly MailAttachment[];
  addressee: Addressee;
  agreed: Agreed;
  /** How many things it says that no record has; a person approved them with it. */
  unfounded: number;
  /** The attempt a person decided to repeat, as the held task names it. */
  again?: string;
  evidence: Evidence;
  /** What policies weighed of it, and weigh again where it is held. */
  facts: ApprovalFacts;
  sources: FactSources;
  team: string;
  role: string;
  reviewMs: number;
}
