import { z } from 'zod';
import { answeringPath } from '../answering-path.ts';
import { Enquiry } from '../enquiry.ts';
import { Money } from '../money.ts';
import { defineProcess } from '../process-definition.ts';
import { type PathStep, pathEnd } from '../process-path.ts';
import { draftsReply } from '../prompt-use.ts';
import { line } from '../text.ts';

export const IssueRefundInput = Enquiry.extend({
  orderNumber: line(40).optional().meta({ description: 'The order number, where it is known already.' }),
  amount: Money.optional().meta({
    description: 'How much is asked for, where an amount was named; otherwise as much as the rules allow.',
  }),
}).meta({ id: 'IssueRefundInput', title: 'Wish for money back' });
export type IssueRefundInput = z.infer<typeof IssueRefundInput>;

/** What whoever decides says of the amount. */
export const RefundAmount = z.strictObject({
  refund: Money.optional().meta({
    title: 'Pay back less',
    description: 'A smaller amount than is shown. The letter is drafted anew with it, and you are asked again.',
  }),
});
export type RefundAmount = z.infer<typeof RefundAmount>;

/** A reference stands in the clear, in Temporal too: what was filled in there as a name or an address is none. */
const isNumber = /^(?=.*\d)[^@]+$/;

const answering = answeringPath({ anew: ['draft'] });

export const issueRefund = defineProcess({
  name: 'issue-refund',
  title: 'Pay money back',
  description:
    'Holds a wish for money back against the rules, has as many people agree as the amount asks for, pays back once, and tells the customer.',
  input: IssueRefundInput,
  example: {
    from: 'attwood.naomi@valleymail.example',
    name: 'Naomi Attwood',
    subject: 'Money back for AF-100112',
    text: 'Hello, I would like my money back for order AF-100112, please. Naomi Attwood',
    orderNumber: 'AF-100112',
  },
  prompts: { 'draft-refund-reply': draftsReply },
  path: [
    { name: 'lookUpOrder', title: 'Look up the order', nature: 'record', next: ['weighRefund', 'draft'] },
    { name: 'weighRefund', title: 'Hold it against the rules', nature: 'record', next: ['draft', 'refundPayment'] },
    ...answering.map(leadingToPayment),
    { name: 'refundPayment', title: 'Pay back', nature: 'record', next: ['send', 'draft', pathEnd] },
  ],
  subject: (input) => input.from,
  reference: ({ orderNumber = '' }) => (isNumber.test(orderNumber) ? orderNumber : undefined),
  searchText: (input) =>
    [input.from, input.name, input.orderNumber, input.subject, input.text.slice(0, 4000)].join('\n'),
  forms: { refund: RefundAmount, 'large-refund': RefundAmount },
});

/** Once people agreed, the rules are asked again, and what they agreed to is paid; a letter that may not leave unread is drafted anew for them. */
function leadingToPayment(step: PathStep): PathStep {
  if (step.name === 'send') return { ...step, next: ['draft', ...step.next] };
  if (step.name === 'approve') return { ...step, next: ['weighRefund', ...step.next] };
  return step.name === 'draft' ? { ...step, next: ['refundPayment', ...step.next] } : step;
}
