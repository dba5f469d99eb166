import { customers, orders } from '#dev/records/index.ts';
import type { Random } from '#test/prove/random.ts';
import { chooserOf } from './chooser-of.ts';
import { wordingsOf } from './letters.ts';

export interface Attachment {
  name: string;
  type: string;
  /** In base64. */
  content: string;
}

/** What somebody writes to the firm. */
export interface Letter {
  from: string;
  name: string;
  subject: string;
  text: string;
  attachments: readonly Attachment[];
  /** Further header lines. */
  headers: readonly string[];
}

/** A kind of mail that a month brings; another process needs one more of these. */
export interface MailKind {
  name: string;
  /** Of so many parts in all. */
  share: number;
  /** Whether whoever wrote gets an answer that they may reply to. */
  isAnswered: boolean;
  write(random: Random): Letter;
}

const anyOrder = chooserOf(orders);
const anyCustomer = chooserOf(customers);

const photograph: Attachment = {
  name: 'photograph.png',
  type: 'image/png',
  content: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
};

export const mailKinds: readonly [MailKind, ...MailKind[]] = [
  aboutAnOrder('order-status', 22, (order) => ({
    subject: `Where is ${order}?`,
    text: `Hello, where is my order ${order}? When will it be delivered?`,
  })),
  inTheWordsOf('order-status', { name: 'order-unnamed', share: 6 }),
  aboutAnOrder('refund', 8, (order) => ({
    subject: `Money back for ${order}`,
    text: `I have sent back what I got with order ${order}, unopened. I want a refund, please: I want my money back.`,
  })),
  inTheWordsOf('refund', { share: 6 }),
  aboutAnOrder('billing', 8, (order) => ({
    subject: `Invoice of ${order}`,
    text: `Please check the invoice of ${order}. I was charged twice, and my card statement shows both payments.`,
  })),
  inTheWordsOf('billing', { share: 6 }),
  inTheWordsOf('support', { share: 14 }),
  withPhotograph(inTheWordsOf('complaint', { share: 8 })),
  inTheWordsOf('sales', { share: 7 }),
  inTheWordsOf('other', { share: 5, isAnswered: false }),
  inTheWordsOf('unclear', { share: 3 }),
  inTheWordsOf('spam', { share: 5, isAnswered: false }),
  outOfOffice(2),
];

function aboutAnOrder(
  name: string,
  share: number,
  words: (order: string) => Pick<Letter, 'subject' | 'text'>,
): MailKind {
  const write = (random: Random): Letter => {
    const order = anyOrder(random);
    const { subject, text } = words(order.number);
    return plainLetter({ email: order.customerEmail, name: order.customerName }, { subject, text });
  };
  return { name, share, isAnswered: true, write };
}

function inTheWordsOf(
  topic: string,
  { name = `${topic}-letter`, share, isAnswered = true }: { name?: string; share: number; isAnswered?: boolean },
): MailKind {
  const wordingOf = wordingsOf(topic);
  const write = (random: Random) => plainLetter(anyCustomer(random), wordingOf(random));
  return { name, share, isAnswered, write };
}

function withPhotograph(kind: MailKind): MailKind {
  const write = (random: Random): Letter => {
    const letter = kind.write(random);
    return random.chance(0.5) ? { ...letter, attachments: [photograph] } : letter;
  };
  return { ...kind, write };
}

function outOfOffice(share: number): MailKind {
  const write = (random: Random): Letter => ({
    ...plainLetter(anyCustomer(random), { subject: 'Out of office', text: 'I am away.' }),
    headers: ['Auto-Submitted: auto-replied'],
  });
  return { name: 'out-of-office', share, isAnswered: false, write };
}

function plainLetter(
  { email, name }: { email: string; name: string },
  { subject, text }: Pick<Letter, 'subject' | 'text'>,
): Letter {
  return { from: email, name, subject, text: `${text}\n\n${name}`, attachments: [], headers: [] };
}
