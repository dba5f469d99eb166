import type { KnownParty, PersonalType } from '#contracts/redaction.ts';
import { keyOf } from '../key-of.ts';
import { foldText } from '../views/fold-characters.ts';
import { latin } from '../views/latin.ts';
import { squash } from './squash.ts';

/** A value of a party that is looked for as a whole. */
export interface KnownValue {
  type: PersonalType;
  squashed: string;
  /** By which its placeholder is known again. */
  key: string;
  value: string;
}

const shortest = 4;
const legalForm =
  /[ ,]+(?:ltd|limited|plc|llp|llc|inc|incorporated|corp(?:oration)?|co|gmbh|gmbh & co\.? kg|ag|kg|ug|ohg|e\.? ?k|s\.?a\.?r\.?l|s\.?a\.?s|s\.?a|eurl|sci|b\.?v|n\.?v|s\.?l\.?u?|s\.?r\.?l|s\.?p\.?a|s\.?n\.?c|sp\. ?z ?o\. ?o|sp\. ?j)\.?$/i;

/** A firm's legal form behind its name goes with it, whichever one somebody wrote. */
export function legalFormAfter(text: string, place: number): number {
  return (
    /^[ ,]{1,2}(?:(?:Ltd|Limited|PLC|LLP|LLC|Inc|GmbH|AG|KG|S\.?A\.?R\.?L|S\.?A\.?S|S\.?A|B\.?V|N\.?V|S\.?L|S\.?r\.?l|S\.?p\.?A|Sp\. ?z ?o\. ?o)(?![\p{L}])\.?)/iu.exec(
      text.slice(place, place + 16),
    )?.[0].length ?? 0
  );
}

export function knownValues(parties: readonly KnownParty[]): KnownValue[] {
  return parties.flatMap((party) => [
    ...plain('email', party.email),
    ...phones(party.phone),
    ...addressParts(party.address),
    ...companies(party.company),
    ...(party.kind === 'company' ? companies(party.name) : []),
    ...(party.ids ?? []).flatMap((id) => plain('party-id', id)),
  ]);
}

function plain(type: PersonalType, value: string | undefined): KnownValue[] {
  if (value === undefined) return [];
  const squashed = squash(foldText(value)).text;
  return squashed.length < shortest ? [] : [{ type, squashed, key: keyOf(type, value), value }];
}

/** With and without the country, with and without its nought. */
function phones(phone: string | undefined): KnownValue[] {
  if (phone === undefined) return [];
  const digits = phone.replace(/\(0\)/, '').replace(/\D+/g, '');
  const inCountry = /^\s*(?:\+|00)/.test(phone)
    ? [2, 3, 1].map((code) => digits.replace(/^00/, '').slice(code))
    : [digits.replace(/^0+/, '')];
  const written = [digits, ...inCountry.flatMap((number) => [number, `0${number}`])].filter(
    ({ length }) => length >= 7,
  );
  return written.map((squashed) => ({ type: 'phone', squashed, key: `phone:${digits}`, value: phone }));
}

/** Those lines of an address that have a number in them: towns alone tell nobody apart. */
function addressParts(address: string | undefined): KnownValue[] {
  const parts = (address ?? '').split(/[,\n]+/).map((part) => part.trim());
  return parts.filter((part) => /\d/.test(part)).flatMap(partValues);
}

const codeOfParty = latin(
  /(?<=^(?:[A-Z]{1,2}-|[A-Z]{2} |\p{L}[\p{L} ]{1,40} )?)(?:\d{5}(?:-\d{4})?|\d{2}-\d{3}|\d{4} ?[A-Z]{2}|[A-Z]{1,2}\d[\dA-Z]? ?\d[A-Z]{2}|[A-Z]\d[\dW] ?[A-Z\d]{4})(?=\s|$)/iu,
);

function partValues(part: string): KnownValue[] {
  const code = codeOfParty.exec(part)?.[0];
  if (code === undefined) return plain('street-address', part);
  return plain('postcode', code);
}

/** The same for a firm with and without its legal form. */
export function companyKey(name: string): string {
  return keyOf('company', name.replace(legalForm, ''));
}

function companies(name: string | undefined): KnownValue[] {
  if (name === undefined) return [];
  const short = name.replace(legalForm, '');
  const key = companyKey(name);
  const written = new Set(
    [name, short].map((written) => squash(foldText(written)).text).filter(({ length }) => length >= shortest),
  );
  return Array.from(written, (squashed) => ({ type: 'company', squashed, key, value: name }));
}
