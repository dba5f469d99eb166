import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** The one text of a JSON value (RFC 8785): sorted keys, no blanks, one way to write a number. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError(`A value of type ${typeof value} has no JSON form.`);
  return text;
}

export function sha256Hex(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Equal for equal values, whatever the order of their keys. */
export function digestOf(value: unknown): string {
  return sha256Hex(canonicalJson(value));
}
