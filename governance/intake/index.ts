export { enquiryOf } from './enquiry-of.ts';
export { fingerprintOf } from './fingerprint.ts';
export type { MailReading, ReadMail, UnreadableCode, UnreadableMail } from './mail-reading.ts';
export { readMail } from './read-mail.ts';
export { type Sorted, type SortingRules, sortMail } from './sort-mail.ts';
export { createTakeIn, type TakeIn, type TakenIn } from './take-in.ts';
