import type { MailSigns, SignName } from './mail-signs.ts';

/** What sorting looks at; a reading of either kind that has signs will do. */
export interface SortableMail {
  from?: string;
  signs: MailSigns;
}

export interface SortingRules {
  /** Mail from these domains is our own. Lower case. */
  ownDomains: readonly string[];
  /** The part behind the @ in our own Message-IDs. Lower case. */
  ownMessageIdHost: string;
  /** MAIL FROM of the envelope, where there was one; empty for the null sender. */
  envelopeFrom?: string;
  /** It comes from whom a question of ours was put to, in its thread: a colleague writes from our own domain. */
  isAnswer?: boolean;
}

export type Sorted = { kind: 'answer' } | { kind: 'ignore'; why: string };

type Rule = (mail: SortableMail, rules: SortingRules) => string | undefined;

/** Says whether a person may be waiting for an answer (RFC 3834). The first reason against it is the one recorded. */
export function sortMail(mail: SortableMail, rules: SortingRules): Sorted {
  for (const rule of order) {
    const why = rule(mail, rules);
    if (why !== undefined) return { kind: 'ignore', why };
  }
  return { kind: 'answer' };
}

const order: readonly Rule[] = [own, nullSender, report, automatic, list, bulk, suppressed, daemon];

const listFields: readonly SignName[] = [
  'list-id',
  'list-unsubscribe',
  'list-post',
  'list-help',
  'list-subscribe',
  'list-owner',
  'list-archive',
];

function own(
  { from, signs }: SortableMail,
  { ownDomains, ownMessageIdHost, isAnswer }: SortingRules,
): string | undefined {
  if (signs.fields['x-baton-run']) return 'It is our own message, come back (X-Baton-Run)';
  if (isAnswer) return undefined;
  if (from !== undefined && ownDomains.includes(afterAt(from))) return 'It comes from an address of our own domain';
  const idHost = afterAt(signs.messageId?.replace(/>$/, '') ?? '');
  return idHost === ownMessageIdHost ? 'It is our own message, come back (Message-ID)' : undefined;
}

function nullSender({ signs }: SortableMail, { envelopeFrom }: SortingRules): string | undefined {
  const isNull = envelopeFrom === '' || has(signs, ['return-path'], (value) => /^<\s*>/.test(value));
  return isNull ? 'It is a bounce or a notice of a mail system (null sender)' : undefined;
}

function report({ signs }: SortableMail): string | undefined {
  const isReport = /^(multipart\/report|message\/(delivery-status|disposition-notification|feedback-report))$/.test(
    signs.type,
  );
  return isReport ? 'It is a report of a mail system: a bounce or a receipt (multipart/report)' : undefined;
}

function automatic({ signs }: SortableMail): string | undefined {
  const isAutomatic = has(signs, ['auto-submitted'], (value) => !['', 'no'].includes(keyword(value)));
  if (isAutomatic) return 'It was sent by a program, not by a person (Auto-Submitted)';
  const isReply = has(signs, ['x-autoreply', 'x-autorespond'], (value) => keyword(value) !== 'no');
  return isReply ? 'It is an automatic reply (X-Autoreply)' : undefined;
}

function list({ signs }: SortableMail): string | undefined {
  const field = listFields.find((name) => signs.fields[name]);
  return field ? `It came through a mailing list (${field})` : undefined;
}

function bulk({ signs }: SortableMail): string | undefined {
  const isBulk = has(signs, ['precedence'], (value) => ['bulk', 'junk', 'list'].includes(keyword(value)));
  return isBulk ? 'It was sent to many at once (Precedence)' : undefined;
}

/** Asking for no delivery or read receipts alone (DR, RN, NRN) does not make a machine of the sender. */
function suppressed({ signs }: SortableMail): string | undefined {
  const isSuppressed = has(signs, ['x-auto-response-suppress'], (value) => /\b(all|oof|autoreply)\b/i.test(value));
  return isSuppressed ? 'Its sender wants no automatic answer (X-Auto-Response-Suppress)' : undefined;
}

function daemon({ from }: SortableMail): string | undefined {
  return from?.startsWith('mailer-daemon@')
    ? 'It comes from a mail system, not from a person (mailer-daemon)'
    : undefined;
}

function has(signs: MailSigns, names: readonly SignName[], test: (value: string) => boolean): boolean {
  return names.some((name) => signs.fields[name]?.some(test) ?? false);
}

function keyword(value: string): string {
  return /^[\w-]*/.exec(value.trim().toLowerCase())?.[0] ?? '';
}

function afterAt(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
