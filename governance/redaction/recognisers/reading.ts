import { matchesOf } from '../matches-of.ts';
/** One way to read a number out of groups of digits and letters that stand near each other. */
export interface Reading {
  start: number;
  end: number;
  /** Letters and digits alone, in capitals. */
  compact: string;
  /** How many signs each group has, as far as it was read. */
  groups: readonly number[];
  /** Whether nothing stands beside it that could belong to it too. */
  isAlone: boolean;
}

interface Group {
  start: number;
  end: number;
  text: string;
  /** Whether only what people put inside a number stands between it and the group before. */
  isJoined: boolean;
}

/** Letters are cut from the digits behind them or before them where they are a word: `card4111`, `1111exp`. */
const group = /[A-Za-z]{3,}(?=\d{7})|\d{10,}(?=[a-z]{1,9}(?![A-Za-z\d]))|(?:[A-Za-z\d]|\|(?! )|(?<! )\|)+/g;
const between = /^(?:[ \t]{0,2}[-_/·•*][ \t]{0,2}|[.,]|["'() \t]{1,3}|)$/;
const longest = 19;
const mostLetters = 6;

/** Every way to read numbers of up to 19 signs: from each group on, and as far as each one after it. */
export function* readingsOf(text: string): Generator<Reading> {
  const groups = groupsOf(text);
  for (const [index, first] of groups.entries()) {
    const isCut = first.isJoined && mayCut(groups[index - 1]);
    if (mayBelong(first) && hasDigits(groups, index)) yield* readingsFrom({ groups, index, isCut });
  }
}

function groupsOf(text: string): Group[] {
  let last = -10;
  return Array.from(matchesOf(text, group), (match) => {
    const [written] = match;
    const isJoined = match.index - last < 6 && between.test(text.slice(last, match.index));
    last = match.index + written.length;
    return { start: match.index, end: last, text: written, isJoined };
  });
}

interface Place {
  groups: readonly Group[];
  index: number;
  isCut: boolean;
}

function* readingsFrom({ groups, index, isCut }: Place): Generator<Reading> {
  const lengths: number[] = [];
  const { start } = groups[index] as Group;
  let compact = '';
  for (let at = index; at < Math.min(groups.length, index + longest); at += 1) {
    const next = groups[at] as Group;
    if (at > index && !(next.isJoined && mayBelong(next))) return;
    compact += next.text.toUpperCase();
    if (compact.length > longest) return;
    lengths.push(next.text.length);
    const behind = groups[at + 1];
    const goesOn = behind?.isJoined === true && /^\d/.test(behind.text);
    if (compact.length >= shortest)
      yield { start, end: next.end, compact, groups: [...lengths], isAlone: !isCut && !goesOn };
  }
}

const shortest = 7;

function mayBelong(one: Group | undefined): boolean {
  return (
    one !== undefined &&
    (/\d/.test(one.text) || (one.text.length <= mostLetters && /^(?:[A-Z|]+|[a-z]{1,3})$/.test(one.text)))
  );
}

/** "PPS 1234567T": three capitals and more are a word before it, no part of it. */
function mayCut(one: Group | undefined): boolean {
  return one !== undefined && (/\d/.test(one.text) || /^[A-Z|]{1,2}$/.test(one.text));
}

function hasDigits(groups: readonly Group[], index: number): boolean {
  return groups.slice(index, index + 3).some(({ text }) => /\d/.test(text));
}

/** The same with O, I and l read as the digits that they are taken for; nothing, where other letters stand in it. */
export function digitsOf(compact: string): string | undefined {
  if (/^\d+$/.test(compact)) return compact;
  if (!/^[\dOIL|]+$/.test(compact) || compact.replace(/\D+/g, '').length * 2 < compact.length) return undefined;
  return compact.replaceAll('O', '0').replace(/[IL|]/g, '1');
}
