import type { z } from 'zod';
import { CustomerWords } from './customer-words.ts';
import { PastedText } from './pasted-text.ts';
import { ReplyMaterial } from './reply-material.ts';
import { TicketMaterial } from './ticket-material.ts';

/** What prompts are filled with, by the name a prompt gives. Every text in it is marked, or tells of nobody. */
export const promptInputs = {
  customer_words: CustomerWords,
  pasted_text: PastedText,
  reply_material: ReplyMaterial,
  ticket_material: TicketMaterial,
} as const;

export type PromptInputName = keyof typeof promptInputs;
export type PromptInput<Name extends PromptInputName> = z.infer<(typeof promptInputs)[Name]>;
