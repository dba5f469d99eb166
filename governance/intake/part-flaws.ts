import type { MailPart } from './split-mail.ts';

export interface PartMeasure {
  /** Decoded, in bytes. */
  size: number;
  isMalformed: boolean;
}

/** Measures what a part would decode to, without decoding it. */
export function measurePart({ body, encoding }: MailPart): PartMeasure {
  if (encoding === 'base64') return measureBase64(body);
  if (encoding === 'quoted-printable') return measureQuotedPrintable(body.toString('latin1'));
  return { size: body.length, isMalformed: !['', '7bit', '8bit', 'binary'].includes(encoding) };
}

/** False for a charset no decoder here knows by this name. */
export function hasKnownCharset({ type }: MailPart): boolean {
  const charset = type.parameters.get('charset');
  if (charset === undefined) return true;
  try {
    return new TextDecoder(charset) !== undefined;
  } catch {
    return false;
  }
}

const meaning = base64Meaning();

function measureBase64(body: Buffer): PartMeasure {
  let characters = 0;
  let padding = 0;
  let strange = 0;
  for (const byte of body) {
    const found = meaning[byte];
    if (found === 'data') characters += 1;
    else if (found === 'padding') padding += 1;
    else if (found === undefined) strange += 1;
  }
  return { size: Math.floor((characters * 3) / 4), isMalformed: strange > 0 || (characters + padding) % 4 !== 0 };
}

function base64Meaning(): readonly ('data' | 'padding' | 'blank' | undefined)[] {
  return Array.from({ length: 256 }, (_, byte) => {
    const character = String.fromCharCode(byte);
    if (/[A-Za-z0-9+/]/.test(character)) return 'data';
    if (character === '=') return 'padding';
    return /[\s]/.test(character) && byte < 128 ? 'blank' : undefined;
  });
}

function measureQuotedPrintable(body: string): PartMeasure {
  const escapes = body.match(/=[0-9A-Fa-f]{2}/g)?.length ?? 0;
  const softBreaks = body.match(/=\r?\n/g)?.join('').length ?? 0;
  return { size: body.length - 2 * escapes - softBreaks, isMalformed: /=(?![0-9A-Fa-f]{2}|\r?\n|$)/.test(body) };
}
