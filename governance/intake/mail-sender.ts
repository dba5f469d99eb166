import { decodeWords } from 'postal-mime';
import { EmailAddress } from '#contracts/text.ts';
import { type AddressToken, readAddressTokens } from './address-tokens.ts';
import { type UnreadableMail, unreadable } from './mail-reading.ts';

export interface Sender {
  kind: 'sender';
  address: string;
  /** Decoded, not tidied. */
  name?: string;
}

const longestField = 2000;

/** The one sender of a message. Where two readers could find two different senders there is none. */
export function readSender(values: readonly string[]): Sender | UnreadableMail {
  const [value, ...others] = values;
  if (value === undefined || value === '') return unreadable('mail-sender-missing', 'It has no From');
  if (others.length > 0) return ambiguous('it has more than one From');
  if (value.length > longestField) return ambiguous('its From is too long');
  const tokens = readAddressTokens(value);
  if (tokens.kind === 'unclear') return ambiguous(tokens.why);
  return readTokens(
    tokens.tokens.filter(({ kind }) => kind !== 'comma'),
    commentOf(tokens.tokens),
  );
}

function readTokens(tokens: readonly AddressToken[], comment: string | undefined): Sender | UnreadableMail {
  const [first, ...others] = tokens.filter(mayBeAddress);
  if (!first) return unreadable('mail-sender-missing', 'Its From holds no address');
  if (others.length > 0) return ambiguous('its From holds more than one address');
  const isBare = first.kind === 'text';
  const words = tokens.filter((token) => token !== first && token.kind !== 'comment');
  const isAddressLast = tokens.filter(({ kind }) => kind !== 'comment').at(-1) === first;
  if (!isAddressLast || (isBare && words.length > 0)) return ambiguous('its From holds words where none belong');
  const address = EmailAddress.safeParse(first.text);
  if (!address.success) return ambiguous('the address in its From is not one that can be answered');
  const name = decodeWords(words.map(({ text }) => text).join(' ') || (comment ?? '')).trim();
  return { kind: 'sender', address: address.data, ...(name !== '' && { name }) };
}

/** Anything unquoted that another reader could answer. */
function mayBeAddress({ kind, text }: AddressToken): boolean {
  return kind === 'angle' || (kind === 'text' && text.includes('@'));
}

function commentOf(tokens: readonly AddressToken[]): string | undefined {
  return tokens.find(({ kind }) => kind === 'comment')?.text;
}

function ambiguous(why: string): UnreadableMail {
  return unreadable('mail-sender-ambiguous', `Nobody can say for certain who sent it: ${why}`);
}
