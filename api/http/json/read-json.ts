import { below, type JsonText, refuse, skipBlanks } from './json-text.ts';
import { readNumber } from './read-number.ts';
import { readString } from './read-string.ts';

const deepest = 64;
/** Names that mean something to JavaScript objects; no field here is called so. */
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

interface Place {
  pointer: string;
  depth: number;
}

/** Reads JSON as RFC 8259 has it, and refuses what other readers let through: a key twice, `__proto__`, endless depth. */
export function readJson(source: string): unknown {
  const text: JsonText = { source, at: 0 };
  const value = readValue(text, { pointer: '', depth: 0 });
  skipBlanks(text);
  if (text.at < source.length) throw refuse(text, 'something follows after the value');
  return value;
}

function readValue(text: JsonText, place: Place): unknown {
  skipBlanks(text);
  const next = text.source[text.at];
  switch (next) {
    case undefined:
      throw refuse(text, 'the text ends where a value must come');
    case '{':
      return readObject(text, deeper(text, place));
    case '[':
      return readArray(text, deeper(text, place));
    case '"':
      return readString(text);
    case 't':
      return readWord(text, 'true', true);
    case 'f':
      return readWord(text, 'false', false);
    case 'n':
      return readWord(text, 'null', null);
    default:
      return readNumber(text, place.pointer);
  }
}

function deeper(text: JsonText, { pointer, depth }: Place): Place {
  if (depth >= deepest) throw refuse(text, `objects and arrays may be nested ${deepest} deep`);
  return { pointer, depth: depth + 1 };
}

function readWord<Value>(text: JsonText, word: string, value: Value): Value {
  if (!text.source.startsWith(word, text.at)) throw refuse(text, 'a value must come here');
  text.at += word.length;
  return value;
}

function readArray(text: JsonText, { pointer, depth }: Place): unknown[] {
  const items: unknown[] = [];
  if (isEmpty(text, ']')) return items;
  do {
    items.push(readValue(text, { pointer: below(pointer, items.length), depth }));
  } while (goesOn(text, ']'));
  return items;
}

function readObject(text: JsonText, { pointer, depth }: Place): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  if (isEmpty(text, '}')) return fields;
  do {
    const key = readKey(text, fields);
    fields[key] = readValue(text, { pointer: below(pointer, key), depth });
  } while (goesOn(text, '}'));
  return fields;
}

function readKey(text: JsonText, fields: Record<string, unknown>): string {
  skipBlanks(text);
  if (text.source[text.at] !== '"') throw refuse(text, "a field's name in double quotes must come here");
  const start = text.at;
  const key = readString(text);
  if (forbiddenKeys.has(key)) throw refuse({ ...text, at: start }, `the field name ${key} is not accepted`);
  if (Object.hasOwn(fields, key))
    throw refuse({ ...text, at: start }, `the field ${JSON.stringify(key)} stands here twice`);
  skipBlanks(text);
  if (text.source[text.at] !== ':') throw refuse(text, 'a colon must come here');
  text.at += 1;
  return key;
}

/** Steps over the opening bracket, and over the closing one where it follows. */
function isEmpty(text: JsonText, close: string): boolean {
  text.at += 1;
  skipBlanks(text);
  if (text.source[text.at] !== close) return false;
  text.at += 1;
  return true;
}

/** True after a comma, false after the closing bracket. */
function goesOn(text: JsonText, close: string): boolean {
  skipBlanks(text);
  const next = text.source[text.at];
  if (next !== ',' && next !== close) throw refuse(text, `a comma or ${close} must come here`);
  text.at += 1;
  return next === ',';
}
