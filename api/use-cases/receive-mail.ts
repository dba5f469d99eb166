import { AppError } from '#contracts/errors.ts';
import type { Person } from '#contracts/person.ts';
import {
  enquiryOf,
  fingerprintOf,
  type Intake,
  type MailReading,
  type MailToTakeIn,
  readMail,
  type Sorted,
  type SortingRules,
  sortMail,
  type TakenIn,
  type UnreadableMail,
} from '#governance/intake/index.ts';
import type { AnswerMatch } from '#governance/questions/match-answer.ts';

/** A message as it came in. A door that knows no envelope leaves it out. */
export interface IncomingMail {
  raw: Uint8Array;
  /** MAIL FROM; empty for the null sender. */
  envelopeFrom?: string;
  /** The person at the door, where mail did not come by itself. */
  handedInBy?: Person;
}

export type MailReceipt =
  | { kind: 'accepted'; run: { id: string; process: string; status: string }; known: boolean; answers?: string }
  | { kind: 'ignored'; why: string };

/** Answers once everything is committed. Throws for mail that is refused, of which nothing is kept. */
export type ReceiveMail = (mail: IncomingMail) => Promise<MailReceipt>;

export interface ReceiveMailParts {
  intake: Intake;
  own: Pick<SortingRules, 'ownDomains' | 'ownMessageIdHost'>;
  now?: () => Date;
}

export function createReceiveMail({ intake, own, now = () => new Date() }: ReceiveMailParts): ReceiveMail {
  const { takeIn, seals } = intake;
  return async (mail) => {
    const reading = await readMail(mail.raw);
    const match: AnswerMatch = reading.kind === 'mail' ? await intake.matchAnswer(reading) : { kind: 'none' };
    const sorted = sort(reading, { ...own, ...envelopeOf(mail), isAnswer: match.kind === 'answer' });
    const fingerprint = fingerprintOf(seals, factsOf(mail, reading));
    if (sorted.kind === 'ignore')
      return receiptOf(await takeIn.ignore(fingerprint, { why: sorted.why, ...strayOf(match) }));
    if (reading.kind === 'unreadable') throw refusal(reading);
    const by = mail.handedInBy ? { handedInBy: mail.handedInBy } : {};
    const taken = { enquiry: enquiryOf(reading, now()), ...by };
    return receiptOf(
      match.kind === 'answer'
        ? await takeIn.answer(fingerprint, { ...taken, question: match.question })
        : await takeIn.accept(fingerprint, { ...taken, ...strayOf(match) }),
    );
  };
}

/** What comes in the thread of a question, and does not answer it. A machine of whoever was asked answers nothing. */
function strayOf(match: AnswerMatch): Pick<MailToTakeIn, 'stray'> {
  switch (match.kind) {
    case 'none':
      return {};
    case 'answer':
      return { stray: { question: match.question, why: 'automatic' } };
    case 'stray':
      return { stray: match };
  }
}

/** A bounce is recorded as one even where its sender could not be answered anyway. */
function sort(reading: MailReading, rules: SortingRules): Sorted {
  const { signs } = reading;
  if (!signs) return { kind: 'answer' };
  return sortMail({ ...(reading.kind === 'mail' && { from: reading.from }), signs }, rules);
}

function envelopeOf({ envelopeFrom }: IncomingMail): Pick<SortingRules, 'envelopeFrom'> {
  return envelopeFrom === undefined ? {} : { envelopeFrom };
}

function factsOf({ raw, envelopeFrom }: IncomingMail, reading: MailReading) {
  const { messageId } = reading.signs ?? {};
  const known = { raw, ...(messageId !== undefined && { messageId }) };
  if (reading.kind === 'unreadable') return { ...known, from: envelopeFrom ?? '' };
  return { ...known, from: reading.from, ...(reading.sentAt !== undefined && { sentAt: reading.sentAt }) };
}

function receiptOf(taken: TakenIn): MailReceipt {
  if (taken.kind === 'ignored') return taken;
  const { known, answers } = taken;
  const { id, process, status } = taken.run;
  return { kind: 'accepted', run: { id, process, status }, known, ...(answers === undefined ? {} : { answers }) };
}

function refusal({ code, why }: UnreadableMail): AppError {
  const detail = `${why}. The message was not taken in; send it again in a plainer form.`;
  const appCode = code === 'mail-too-large' ? 'body-too-large' : 'input-invalid';
  return new AppError(appCode, detail, { places: [{ pointer: 'message', detail: why }], facts: { reason: code } });
}
