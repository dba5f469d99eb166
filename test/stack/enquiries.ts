import { callMark } from './call-mark.ts';
import { ordinaryOrders } from './ordinary-orders.ts';

/** An enquiry whose words the rehearsal model knows; the token, which no part of the address tells, finds it again in prompts, messages and the CRM. */
export interface SampleEnquiry {
  from: string;
  name: string;
  subject: string;
  text: string;
  messageId: string;
}

const texts = {
  support:
    'I cannot work out how to assemble the bookcase. Which screws belong to the shelves? The assembly instructions are missing.',
  complaint:
    'I am very disappointed and want to complain: the lamp arrived broken, and nobody answers me. This is unacceptable.',
  spam: 'Congratulations! You have won the lottery. Click here now to claim your prize money, limited offer, 100% free!!!',
} as const;

export type Topic = keyof typeof texts | 'billing' | 'order-status';

export function enquiryAbout(topic: Topic, token: string): SampleEnquiry {
  if (topic === 'order-status') return orderQuestion(token);
  if (topic === 'billing') return billingQuestion(token);
  return {
    from: `${callMark(token)}@customer.example`,
    name: 'Kim Customer',
    subject: `${topic === 'spam' ? 'You are a winner' : 'About my furniture'} ${token}`,
    text: `Hello,\n\n${texts[topic]}\n\nMy reference is ${token}.\n\nKind regards\nKim Customer`,
    messageId: `<${token}@customer.example>`,
  };
}

/** The enquiry as it comes over the wire. */
export function rawMail({ from, name, subject, text, messageId }: SampleEnquiry): string {
  const headers = [
    `From: ${name} <${from}>`,
    'To: service@alderfinch.example',
    `Subject: ${subject}`,
    `Message-ID: ${messageId}`,
  ];
  return [...headers, '', ...text.split('\n')].join('\r\n');
}

/** Each token asks about an order of its own, as far as they go round. */
function orderQuestion(token: string): SampleEnquiry {
  const { number } = orderOf(token);
  return {
    ...questionOf(token),
    subject: `Where is ${number}? ${token}`,
    text: `Hello, where is my order ${number}? When will it be delivered? My reference is ${token}.`,
  };
}

function billingQuestion(token: string): SampleEnquiry {
  const { number } = orderOf(token);
  return {
    ...questionOf(token),
    subject: `My invoice ${token}`,
    text: `I was charged twice for ${number}. Please correct the invoice; my card statement shows both payments. My reference is ${token}.`,
  };
}

function questionOf(token: string) {
  const { customerEmail: from, customerName: name } = orderOf(token);
  return { from, name, messageId: `<${token}@customer.example>` };
}

function orderOf(token: string) {
  const order = ordinaryOrders[Number(token.replace(/\D/g, '') || 0) % ordinaryOrders.length];
  if (!order) throw new Error('there are no sample orders');
  return order;
}
