import { matchesOf } from '../matches-of.ts';
import { withoutHarmless } from './harmless.ts';
import type { Found, Recogniser } from './recogniser.ts';

/** Letters and digits in one piece, with a digit among them. */
const chunk = /(?<![A-Za-z0-9])[A-Za-z]{0,24}\d[A-Za-z0-9]{0,400}/g;
const gap = /^(?: ?[-–_/.·•*:|+=~\\]{1,2} ?|[ '] ?| ?[()] ?)$/;
const widestGap = 4;
/** Groups of letters that belong to the number beside them: `HK-3507-BLK`, `GB 123`. */
const lettersAhead = /(?<![A-Za-z0-9])[A-Z]{1,6}[-_/.#·•*]$|(?<![A-Za-z0-9])[A-Z]{1,3} $/;
const lettersBehind = /^(?:[-_/.·•*][A-Z]{1,6}| [A-Z]{1,2})(?![A-Za-z0-9])/;
/** Capitals and small letters by turns, as nobody writes a word. */
const mixed = /(?<![A-Za-z0-9+/=_-])[A-Za-z+/]{7,400}={0,2}(?![A-Za-z0-9+/=_-])/g;

/**
 * Whatever looks like the number of something and is of no kind that others know: six digits in any groups, letters
 * mixed with digits, random letters. Nobody says that it tells of a person; nobody can say that it does not.
 */
export const reference: Recogniser = {
  name: 'reference',
  weight: 0,
  sparesReferences: true,
  *find(text) {
    const rest = withoutHarmless(text);
    for (const run of runsOf(rest)) if (isReference(run.text)) yield placeOf(rest, run);
    for (const { index, 0: word } of matchesOf(rest, mixed))
      if (isRandom(word)) yield { type: 'reference', start: index, end: index + word.length };
  },
};

interface Run {
  text: string;
  start: number;
  end: number;
}

function* runsOf(text: string): Generator<Run> {
  let run: Run | undefined;
  for (const { index, 0: written } of matchesOf(text, chunk)) {
    const end = index + written.length;
    const between = run && index - run.end <= widestGap ? text.slice(run.end, index) : undefined;
    if (run && between !== undefined && isJoined({ between, last: run.text, next: written }))
      run = { text: `${run.text}${between}${written}`, start: run.start, end };
    else {
      if (run) yield run;
      run = { text: written, start: index, end };
    }
    if (run.text.length > longest) {
      yield run;
      run = undefined;
    }
  }
  if (run) yield run;
}

const longest = 400;

/** A space joins groups of a number, and no two numbers: "2 chairs", "in 2026 15 of them". */
function isJoined({ between, last, next }: { between: string; last: string; next: string }): boolean {
  if (!gap.test(between)) return false;
  if (between.trim() !== '') return true;
  const group = /[A-Za-z\d]+$/.exec(last)?.[0] ?? '';
  return isGroup(next) && (isGroup(group) || (/^\d$/.test(group) && /^\d{3}/.test(next)));
}

function isGroup(written: string): boolean {
  return written.length > 1 && !/[a-z]{2}/.test(written);
}

function isReference(written: string): boolean {
  const compact = written.replace(/[^A-Za-z\d]+/g, '');
  const digits = compact.replace(/\D+/g, '').length;
  if (digits >= 6) return true;
  if (compact.length < 6 || digits < 2 || digits === compact.length) return false;
  return !/^[A-Za-z][a-z]{3,}[-_.]?\d{1,3}$/.test(written);
}

function placeOf(text: string, { start, end }: Run): Found {
  const ahead = lettersAhead.exec(text.slice(Math.max(0, start - 8), start))?.[0].length ?? 0;
  const behind = lettersBehind.exec(text.slice(end, end + 8))?.[0].length ?? 0;
  return { type: 'reference', start: start - ahead, end: end + behind };
}

const switches = /[a-z](?=[A-Z])|[A-Z](?=[a-z])/g;

function isRandom(word: string): boolean {
  return (word.match(switches)?.length ?? 0) >= word.length * 0.35;
}
