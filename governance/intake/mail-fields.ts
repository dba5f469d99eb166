import { isUtf8 } from 'node:buffer';

export interface MailField {
  /** Lower case. */
  name: string;
  /** Unfolded, otherwise as written. */
  value: string;
}

export type MailFields = readonly MailField[];

export interface FieldBlock {
  fields: MailFields;
  /** Written in an old single-byte charset instead of UTF-8. */
  isLegacy: boolean;
  /** Holds a carriage return inside a line: other readers may see a further field there. */
  hasBareReturn: boolean;
}

/** The fields of one header, in their order. Only blank and tab continue a field or surround its name. */
export function readFieldBlock(block: Buffer): FieldBlock {
  const isLegacy = !isUtf8(block);
  const content = isLegacy ? new TextDecoder('windows-1252').decode(block) : block.toString('utf8');
  const lines = content.split('\n').map(withoutReturn);
  return {
    fields: unfold(lines).map(toField),
    isLegacy,
    hasBareReturn: lines.some((line) => line.includes('\r')),
  };
}

export function valuesOf(fields: MailFields, name: string): string[] {
  return fields.filter((field) => field.name === name).map(({ value }) => value);
}

export function firstValue(fields: MailFields, name: string): string | undefined {
  return fields.find((field) => field.name === name)?.value;
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}

function unfold(lines: readonly string[]): string[] {
  const folded: string[][] = [];
  for (const line of lines) {
    const open = folded.at(-1);
    if (open && (line.startsWith(' ') || line.startsWith('\t'))) open.push(line);
    else if (line !== '') folded.push([line]);
  }
  return folded.map((parts) => parts.join(''));
}

function toField(line: string): MailField {
  const colon = line.indexOf(':');
  if (colon < 0) return { name: '', value: line };
  return { name: trimBlanks(line.slice(0, colon)).toLowerCase(), value: trimBlanks(line.slice(colon + 1)) };
}

/** Scans, as a pattern would try each blank of a long run in turn. */
function trimBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text[start])) start += 1;
  while (end > start && isBlank(text[end - 1])) end -= 1;
  return text.slice(start, end);
}

function isBlank(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}
