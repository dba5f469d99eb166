import { z } from 'zod';
import { answeringPath } from '../answering-path.ts';
import { EnquiryCategory } from '../answers/enquiry-classification.ts';
import { Enquiry } from '../enquiry.ts';
import { Money } from '../money.ts';
import { defineProcess } from '../process-definition.ts';
import { pathEnd } from '../process-path.ts';
import { draftsReply } from '../prompt-use.ts';

export const TriageEnquiryInput = Enquiry;
export type TriageEnquiryInput = z.infer<typeof TriageEnquiryInput>;

/** What a reviewer says came of a complaint. */
export const ComplaintReview = z.strictObject({
  resolution: z
    .enum(['apology', 'replacement', 'refund-proposed', 'no-fault'])
    .meta({ title: 'Resolution', description: 'What comes of the complaint.' }),
  goodwill: Money.optional().meta({
    title: 'Goodwill',
    description: 'What the customer is given beyond that, if anything.',
  }),
});
export type ComplaintReview = z.infer<typeof ComplaintReview>;

/** What the customer is paid back, where the reply that is approved tells them so. */
export const RefundReview = z.strictObject({
  refund: Money.optional().meta({
    title: 'Refund',
    description: 'What the customer is paid back, where the reply says so.',
  }),
});
export type RefundReview = z.infer<typeof RefundReview>;

/** What a person makes of an enquiry that no model could sort. */
export const UncertainReview = z.strictObject({
  category: EnquiryCategory.optional().meta({
    title: 'What it is about',
    description: 'Kept in the CRM in place of "uncertain".',
  }),
});
export type UncertainReview = z.infer<typeof UncertainReview>;

export const triageEnquiry = defineProcess({
  name: 'triage-enquiry',
  title: 'Triage an enquiry',
  description: 'Classifies an e-mail, logs it in the CRM, drafts an answer and has the right person approve it.',
  input: TriageEnquiryInput,
  example: {
    from: 'alice61@brightmail.example',
    name: 'Alice Wainwright',
    subject: 'Bookcase',
    text: 'Hello, how do I put the top shelf of the bookcase in? The drawing in the box does not show it. Alice Wainwright',
  },
  prompts: {
    'classify-enquiry': { input: 'customer_words', answer: 'enquiry_classification' },
    'draft-reply': draftsReply,
  },
  path: [
    { name: 'classify', title: 'Understand it', nature: 'model', next: ['logEnquiry'] },
    {
      name: 'logEnquiry',
      title: 'Log the enquiry',
      nature: 'record',
      next: ['draft', 'answerOrderStatus', 'answerBillingQuery', 'routeEnquiry', pathEnd],
    },
    ...answeringPath({ anew: ['draft'] }),
    { name: 'answerOrderStatus', title: 'Order process answers', nature: 'child', next: [pathEnd] },
    { name: 'answerBillingQuery', title: 'Billing process answers', nature: 'child', next: [pathEnd] },
    { name: 'routeEnquiry', title: 'Somebody is found for it', nature: 'child', next: [pathEnd] },
  ],
  subject: (input) => input.from,
  reference: () => undefined,
  searchText: (input) => [input.from, input.name, input.subject, input.text.slice(0, 4000)].join('\n'),
  forms: { complaint: ComplaintReview, refund: RefundReview, uncertain: UncertainReview },
});
