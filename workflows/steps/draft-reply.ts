import type { DraftedReply } from '#contracts/answers/drafted-reply.ts';
import type { Enquiry } from '#contracts/enquiry.ts';
import type { OutgoingMessage } from '#contracts/message.ts';
import type { AnsweredBy } from '#contracts/model-result.ts';
import type { ReplyMaterial } from '#contracts/prompts/reply-material.ts';
import type { Exchange } from '#contracts/question.ts';
import { askModel } from './ask-model.ts';
import { conversationOf } from './conversation.ts';
import { customerOf } from './log-message.ts';
import type { ProcessRun } from './process-run.ts';
import type { WeighedFacts } from './weighed-facts.ts';

/** The record a reply is made from, without what is told anew with each draft. */
export type DraftedFrom = Omit<ReplyMaterial['facts'], 'attempt' | 'colleagueAnswers' | 'reviewerNote'>;

export interface DraftOrder {
  prompt: string;
  enquiry: Enquiry;
  facts: DraftedFrom;
  /** What was asked since, and answered. */
  exchanges?: readonly Exchange[];
  /** The draft's number, from 1. */
  draft: number;
  /** What is known of whom it goes to. */
  weighed: WeighedFacts;
  /** Why the last draft was rejected. */
  reviewerNote?: string;
}

export interface Draft {
  message: OutgoingMessage;
  /** Absent where no model could draft and the registry's own text stands in. */
  by?: AnsweredBy;
  /** Why it needs a closer look: the model was not sure, or the text is not a model's. */
  doubt?: string;
  /** What it rests on, beside the record that was there before it. */
  rests?: Readonly<Record<string, unknown>>;
  /** It asks the customer something: once a person agrees, their answer is waited for. */
  asksCustomer?: boolean;
}

/** Drafts a reply in the customer's thread. Where no model can, the registry's holding reply is the draft. */
export async function draftReply(run: ProcessRun, order: DraftOrder): Promise<Draft> {
  const { prompt, draft, reviewerNote, weighed } = order;
  const { enquiry, facts: told } = conversationOf(order.enquiry, order.exchanges);
  const facts = { ...order.facts, ...told, attempt: draft, ...(reviewerNote === undefined ? {} : { reviewerNote }) };
  const result = await askModel<'drafted_reply', 'reply_material'>(run, {
    step: 'draft',
    item: String(draft),
    prompt,
    customer: customerOf(enquiry),
    country: weighed.facts.country,
    variables: { facts, subject: enquiry.subject, text: enquiry.text },
  });
  switch (result.kind) {
    case 'answer':
      return { message: inThread(enquiry, result.answer), by: result.by };
    case 'unsure':
      return { message: inThread(enquiry, result.answer), by: result.by, doubt: `Of this draft ${result.reason}` };
    case 'refused':
    case 'blocked':
    case 'failed':
      return {
        message: inThread(enquiry, run.snapshot.fallbackReply),
        doubt: `No model could draft: ${result.reason}`,
      };
  }
}

/** The reply goes to whoever wrote, and to nobody a text could name. */
export function inThread(enquiry: Enquiry, reply: Pick<DraftedReply, 'subject' | 'text'>): OutgoingMessage {
  const inReplyTo = enquiry.messageId === undefined ? {} : { inReplyTo: asMessageId(enquiry.messageId) };
  return {
    kind: 'sendEmail',
    to: enquiry.from,
    subject: reply.subject,
    text: reply.text,
    ...inReplyTo,
    references: [...enquiry.references.map(asMessageId), ...Object.values(inReplyTo)],
  };
}

/** People write ids with and without their angle brackets. */
function asMessageId(id: string): string {
  return `<${id.replace(/^<|>$/g, '')}>`;
}
