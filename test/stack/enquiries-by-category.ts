import type { EnquiryCategory } from '#contracts/answers/enquiry-classification.ts';
import { callMark } from './call-mark.ts';
import type { SampleCustomer } from './sample-customers.ts';

export type EnquiryToSort = { from: string; name: string; subject: string; text: string; messageId: string };

/** Words the rehearsal model knows well, and some that say nothing to it. */
const words: Record<EnquiryCategory | 'uncertain', string> = {
  complaint: 'I want to complain. The lamp came broken and scratched, and that is unacceptable. I am disappointed.',
  'order-status': 'Where is my order? When will it be delivered? Is it on its way? There is still no tracking.',
  refund: 'I would like a refund, please: I want my money back. I am returning the chair.',
  billing: 'I was charged twice. Please correct the invoice; my card statement shows both payments.',
  sales: 'Do you sell gift vouchers, and is the oak table in stock? I would like to buy it.',
  support: 'The assembly instructions are missing. Which screws belong to the bracket, and which way up does it go?',
  other: 'I would like to apply for a job with you. My CV is attached to this application.',
  spam: 'You are the winner of our lottery! Claim your prize with bitcoin, click here. Congratulations!',
  uncertain: 'Hello, it is about last Tuesday again. Thanks.',
};

/** One enquiry of each category by a customer. */
export function enquiriesBy({ email, name }: SampleCustomer): Record<EnquiryCategory | 'uncertain', EnquiryToSort> {
  const enquiry = (category: keyof typeof words): EnquiryToSort => ({
    from: email,
    name,
    subject: 'A message',
    text: `${words[category]}\n\nIt is about ${callMark(email)}.\n\n${name}, ${email}`,
    messageId: `<${category}-${email}>`,
  });
  const entries = (Object.keys(words) as (keyof typeof words)[]).map((category) => [category, enquiry(category)]);
  return Object.fromEntries(entries) as Record<keyof typeof words, EnquiryToSort>;
}
