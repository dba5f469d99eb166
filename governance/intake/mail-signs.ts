import { type MailFields, valuesOf } from './mail-fields.ts';

const names = [
  'auto-submitted',
  'precedence',
  'return-path',
  'x-auto-response-suppress',
  'x-autoreply',
  'x-autorespond',
  'x-baton-run',
  'list-id',
  'list-unsubscribe',
  'list-post',
  'list-help',
  'list-subscribe',
  'list-owner',
  'list-archive',
] as const;

export type SignName = (typeof names)[number];

/** What tells a letter from mail that machines send. */
export interface MailSigns {
  fields: Readonly<Partial<Record<SignName, readonly string[]>>>;
  /** The media type of the whole message, without parameters. */
  type: string;
  /** The first Message-ID, if there is one that can be quoted. */
  messageId?: string;
}

export function signsOf(fields: MailFields, rest: Omit<MailSigns, 'fields'>): MailSigns {
  const present = names
    .map((name) => [name, valuesOf(fields, name)] as const)
    .filter(([, values]) => values.length > 0);
  return { ...rest, fields: Object.fromEntries(present) };
}
