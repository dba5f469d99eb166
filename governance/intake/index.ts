export { composeIntake, type Intake } from './compose-intake.ts';
export { enquiryOf } from './enquiry-of.ts';
export { fingerprintOf } from './fingerprint.ts';
export type { MailReading, ReadMail, UnreadableCode, UnreadableMail } from './mail-reading.ts';
export { readMail } from './read-mail.ts';
export { type Sorted, type SortingRules, sortMail } from './sort-mail.ts';
export type { MailToTakeIn, TakeIn, TakenIn } from './take-in.ts';
