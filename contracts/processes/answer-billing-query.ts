import type { z } from 'zod';
import { answeringPath } from '../answering-path.ts';
import { Enquiry } from '../enquiry.ts';
import { defineProcess } from '../process-definition.ts';
import { draftsReply } from '../prompt-use.ts';
import { line } from '../text.ts';

export const AnswerBillingQueryInput = Enquiry.extend({
  invoiceNumber: line(40).optional().meta({ description: 'The invoice number, where it is known already.' }),
}).meta({ id: 'AnswerBillingQueryInput', title: 'Billing question' });
export type AnswerBillingQueryInput = z.infer<typeof AnswerBillingQueryInput>;

/** A reference stands in the clear, in Temporal too: what was filled in there as a name or an address is none. */
const isNumber = /^(?=.*\d)[^@]+$/;

export const answerBillingQuery = defineProcess({
  name: 'answer-billing-query',
  title: 'Answer a billing question',
  description:
    'Finds the invoice and what was paid for it, drafts a reply from these alone, has a person approve it, and sends it.',
  input: AnswerBillingQueryInput,
  example: {
    from: 'r.mayhew@harbourmail.example',
    name: 'R. Mayhew',
    subject: 'Invoice AFI-100103',
    text: 'Hello, has my payment for invoice AFI-100103 arrived, and is anything still open? R. Mayhew',
    invoiceNumber: 'AFI-100103',
  },
  prompts: { 'draft-billing-reply': draftsReply },
  path: [
    { name: 'lookUpInvoices', title: 'Look up the invoice', nature: 'record', next: ['draft'] },
    ...answeringPath({ anew: ['draft', 'lookUpInvoices'] }),
  ],
  subject: (input) => input.from,
  reference: ({ invoiceNumber = '' }) => (isNumber.test(invoiceNumber) ? invoiceNumber : undefined),
  searchText: (input) =>
    [input.from, input.name, input.invoiceNumber, input.subject, input.text.slice(0, 4000)].join('\n'),
});
