import type { z } from 'zod';
import { answeringPath } from '../answering-path.ts';
import { Enquiry } from '../enquiry.ts';
import { defineProcess } from '../process-definition.ts';
import { draftsReply } from '../prompt-use.ts';
import { line } from '../text.ts';

export const AnswerOrderStatusInput = Enquiry.extend({
  orderNumber: line(40).optional().meta({ description: 'The order number, where it is known already.' }),
}).meta({ id: 'AnswerOrderStatusInput', title: 'Order status question' });
export type AnswerOrderStatusInput = z.infer<typeof AnswerOrderStatusInput>;

/** A reference stands in the clear, in Temporal too: what was filled in there as a name or an address is none. */
const isNumber = /^(?=.*\d)[^@]+$/;

export const answerOrderStatus = defineProcess({
  name: 'answer-order-status',
  title: 'Answer an order status question',
  description: 'Finds the order, drafts a reply from its record, has a person approve it, and sends it in the thread.',
  input: AnswerOrderStatusInput,
  example: {
    from: 'attwood.naomi@valleymail.example',
    name: 'Naomi Attwood',
    subject: 'My bench',
    text: 'Hello, where is my order AF-100112? The bench was meant to be here by now. Naomi Attwood',
    orderNumber: 'AF-100112',
  },
  prompts: { 'draft-order-reply': draftsReply },
  path: [
    { name: 'lookUpOrder', title: 'Look up the order', nature: 'record', next: ['draft'] },
    ...answeringPath({ anew: ['draft', 'lookUpOrder'] }),
  ],
  subject: (input) => input.from,
  reference: ({ orderNumber = '' }) => (isNumber.test(orderNumber) ? orderNumber : undefined),
  searchText: (input) =>
    [input.from, input.name, input.orderNumber, input.subject, input.text.slice(0, 4000)].join('\n'),
});
