import { z } from 'zod';
import type { Enquiry } from './enquiry.ts';
import type { OutgoingMessage } from './message.ts';
import { line } from './text.ts';

/** Whom a question goes to: the person the run is about, or a colleague, whose address the registry knows. */
export const AskedParty = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('customer') }),
    z.strictObject({ kind: z.literal('colleague'), person: line(200).min(1) }),
  ])
  .meta({ id: 'AskedParty' });
export type AskedParty = z.infer<typeof AskedParty>;

/** Whom a word names that people write: `customer`, or the id of a colleague. */
export function partyCalled(name: string): AskedParty {
  return name === 'customer' ? { kind: 'customer' } : { kind: 'colleague', person: name };
}

export const QuestionState = z.enum(['open', 'answered', 'unanswered', 'withdrawn', 'void']);
export type QuestionState = z.infer<typeof QuestionState>;

/** What the row of a question says, read and opened; the only judge of whether it was answered. */
export type AnswerFound =
  | { kind: 'open' }
  | { kind: 'answered'; answer: Enquiry; handedInBy?: string }
  /** Nobody answered in time. */
  | { kind: 'unanswered' }
  | { kind: 'withdrawn' }
  /** The row claimed an answer that nobody took in here, or that cannot be read. */
  | { kind: 'void' };

/** A question that a run put to somebody, and what came back. */
export interface Exchange {
  to: AskedParty;
  question: OutgoingMessage['text'];
  askedAt: string;
  /** Null where none came in time. */
  answer: Enquiry | null;
  /** The person who handed the answer in, where it did not come by mail itself. */
  handedInBy?: string;
}

/** Why a mail in the thread of a question does not count as its answer. */
export type StrayReason = 'another-sender' | 'automatic' | 'answered-already' | 'too-late';
