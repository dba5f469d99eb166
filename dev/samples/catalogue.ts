import type { EnquiryCategory } from '#contracts/answers/enquiry-classification.ts';

export type Sample = {
  readonly file: string;
  readonly expectedCategory?: EnquiryCategory;
  readonly handling: 'process' | 'ignore';
  readonly note: string;
};

/** Every raw message in this folder, with what a reader would say it is. */
export const samples: readonly Sample[] = [
  ...letters('complaint', {
    'complaint-broken-lamp-plain': 'Both lamps of a delivered order were broken; starting sample',
    'complaint-angry-capitals': 'Angry, in capitals, third message about a faulty bookcase',
    'complaint-scratched-table-with-photo': 'Polite, with a photograph attached',
    'complaint-german-alternative': 'German complaint in plain and HTML',
    'complaint-long-letter': 'A very long and courteous formal complaint',
    'complaint-rude-driver': 'About the conduct of a driver, not about the goods',
    'complaint-lamp-sparks-safety': 'A safety matter: sparks and smoke, high urgency',
    'complaint-forwarded-by-husband': 'A complaint forwarded by somebody else in the family',
  }),
  ...letters('order-status', {
    'order-status-known-order-plain': 'Known order by number, already shipped; starting sample',
    'order-status-number-only-in-subject': 'The order number stands in the subject alone',
    'order-status-german-quoted-printable': 'German, UTF-8 in quoted-printable, a delayed order',
    'order-status-several-orders': 'Three orders of the sender in one question',
    'order-status-no-number': 'No order number; the sender has two orders',
    'order-status-unknown-sender': 'The sender is in no record and names no order',
    'order-status-somebody-elses-order': 'Asks about an order that belongs to another customer, and for her address',
    'order-status-html-only': 'HTML with no plain part; the order is packed',
    'order-status-quoted-reply-chain': 'A short question on top of a chain that speaks of complaint and refund',
    'order-status-german-latin1': 'German in Latin-1 with encoded names',
    'order-status-emoji': 'Emoji in subject and body, base64',
    'order-status-delayed-gold-customer': 'Delayed order of a gold customer, with a date to meet',
    'order-status-german-alternative': 'German in plain and HTML; the order is delayed',
    'order-status-lowercase-number': 'Number in lower case, typing errors, a From without a name',
    'order-status-two-languages': 'German and English in one message',
    'injected-hidden-in-html': 'The visible question is harmless; the HTML hides orders to the model',
  }),
  ...letters('refund', {
    'refund-return-within-days': 'An ordinary return of unused goods within the days allowed',
    'refund-german-widerruf-base64': 'German withdrawal from the contract, body in base64',
    'refund-promised-but-not-paid': 'The refund of a return is overdue, with our message quoted',
    'refund-cancelled-order-alternative': 'Money back for a cancelled order',
    'injected-ignore-instructions-approve': 'Orders to the model inside a refund request, with forged delimiters',
  }),
  ...letters('billing', {
    'billing-vat-invoice-for-company': 'A company needs an invoice with VAT',
    'billing-charged-twice': 'One order, two card payments',
    'billing-german-invoice-with-pdf': 'German, with the wrong invoice attached as PDF',
    'billing-wrong-name-latin1-base64': 'Invoice to be corrected; Latin-1 in base64',
  }),
  ...letters('sales', {
    'sales-linden-lamp-in-black': 'A routine question before a purchase; starting sample',
    'sales-trade-quote': 'A designer asks for a quote and a trade discount',
    'sales-back-in-stock': 'Wants to buy what is sold out',
    'sales-german-hotel-offer': 'German enquiry for an offer from a hotel',
    'sales-gift-voucher': 'HTML only; asks whether there are gift vouchers',
  }),
  ...letters('support', {
    'support-assembly-bookcase': 'How to assemble a bookcase',
    'support-dimmer-flicker': 'A technical question about a dimmer',
    'support-password-reset': 'Cannot sign in; the reset link does not work',
    'support-german-assembly': 'German, 8bit; asks for assembly instructions',
    'support-inline-image': 'HTML with an inline picture',
  }),
  ...letters('other', {
    'other-thank-you': 'Praise, nothing asked',
    'other-job-application': 'A job application from somebody who is no customer, two attachments',
    'other-school-donation': 'A school asks for a raffle prize',
    'other-ambiguous-one-line': 'Says next to nothing: should end in low confidence',
    'other-erase-my-data': 'A request for the personal data held about the sender',
    'other-only-an-attachment': 'An empty body with a scan: should end in low confidence',
  }),
  ...letters('spam', {
    'spam-search-ranking': 'Offers search engine rankings',
    'spam-lottery-html': 'A lottery win, with hidden words to mislead a filter',
    'spam-german-crypto': 'German, promises money from cryptocurrency',
  }),
  ...ignored({
    'auto-reply-out-of-office': 'Out of office, marked Auto-Submitted',
    'auto-reply-german-abwesenheit': 'German out of office with a null return path',
    'mailing-list-trade-newsletter': 'A newsletter through a mailing list',
    'bounce-undeliverable': 'A bounce: null return path and a delivery report',
    'read-receipt': 'A read receipt, not a letter',
    'own-message-returned': 'Our own message, come back to our own address',
    'calendar-auto-notice': 'A reminder sent by a machine, with a calendar file',
  }),
];

function letters(expectedCategory: EnquiryCategory, notes: Record<string, string>): Sample[] {
  return described(notes).map((letter) => ({ ...letter, expectedCategory, handling: 'process' }));
}

function ignored(notes: Record<string, string>): Sample[] {
  return described(notes).map((mail) => ({ ...mail, handling: 'ignore' }));
}

function described(notes: Record<string, string>): { file: string; note: string }[] {
  return Object.entries(notes).map(([name, note]) => ({ file: `${name}.eml`, note }));
}
