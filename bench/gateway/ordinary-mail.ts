import type { OrderRecord } from '#dev/records/index.ts';

/** Six hundred characters, as most mails have. */
export function ordinaryMail({ number, customerName, customerEmail }: OrderRecord): string {
  return [
    'Hello,',
    `I ordered a floor lamp from you some time ago, the order is ${number}. The page of the carrier says that it left your`,
    'warehouse on Monday, and nothing has changed there since. I am away from Thursday on, and the neighbours are at work.',
    `Could you please tell me when it comes, and whether it can be left at the shop on the corner? You reach me at ${customerEmail}.`,
    'The bulb that I ordered with it came last week, thank you for that, it fits well.',
    `Kind regards\n${customerName}`,
  ].join('\n');
}
