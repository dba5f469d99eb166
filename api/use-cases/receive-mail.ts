import { AppError } from '#contracts/errors.ts';
import type { Person } from '#contracts/person.ts';
import {
  enquiryOf,
  fingerprintOf,
  type MailReading,
  readMail,
  type Sorted,
  type SortingRules,
  sortMail,
  type TakeIn,
  type TakenIn,
  type UnreadableMail,
} from '#governance/intake/index.ts';
import type { Seals } from '#governance/seals/index.ts';

/** A message as it came in. A door that knows no envelope leaves it out. */
export interface IncomingMail {
  raw: Uint8Array;
  /** MAIL FROM; empty for the null sender. */
  envelopeFrom?: string;
  /** The person at the door, where mail did not come by itself. */
  handedInBy?: Person;
}

export type MailReceipt =
  | { kind: 'accepted'; run: { id: string; process: string; status: string }; known: boolean }
  | { kind: 'ignored'; why: string };

/** Answers once everything is committed. Throws for mail that is refused, of which nothing is kept. */
export type ReceiveMail = (mail: IncomingMail) => Promise<MailReceipt>;

export interface ReceiveMailParts {
  takeIn: TakeIn;
  seals: Seals;
  own: Omit<SortingRules, 'envelopeFrom'>;
  now?: () => Date;
}

export function createReceiveMail(parts: ReceiveMailParts): ReceiveMail {
  const now = parts.now ?? (() => new Date());
  const fingerprint = (mail: IncomingMail, reading: MailReading) => fingerprintOf(parts.seals, factsOf(mail, reading));
  return async (mail) => {
    const reading = await readMail(mail.raw);
    const sorted = sort(reading, { ...parts.own, ...envelopeOf(mail) });
    if (sorted.kind === 'ignore') return receiptOf(await parts.takeIn.ignore(fingerprint(mail, reading), sorted.why));
    if (reading.kind === 'unreadable') throw refusal(reading);
    const by = mail.handedInBy ? { handedInBy: mail.handedInBy } : {};
    return receiptOf(
      await parts.takeIn.accept(fingerprint(mail, reading), { enquiry: enquiryOf(reading, now()), ...by }),
    );
  };
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
  const { id, process, status } = taken.run;
  return { kind: 'accepted', run: { id, process, status }, known: taken.known };
}

function refusal({ code, why }: UnreadableMail): AppError {
  const detail = `${why}. The message was not taken in; send it again in a plainer form.`;
  const appCode = code === 'mail-too-large' ? 'body-too-large' : 'input-invalid';
  return new AppError(appCode, detail, { places: [{ pointer: 'message', detail: why }], facts: { reason: code } });
}
