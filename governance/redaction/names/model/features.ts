import { seemsGerman } from '../../recognisers/unlisted-name.ts';
import { beginsWithCapital, type Token } from './token.ts';
import { codeOf } from './word-code.ts';
import { inDictionary, nothing, type WordKind } from './word-kind.ts';

/** How many codes features have; a power of two. */
export const codes = 1 << 18;

/** What is said of a whole text. */
export interface Surroundings {
  text: string;
  tokens: readonly Token[];
  isGerman: number;
  /** Codes of the words that stand in it with a small letter. */
  small: ReadonlySet<number>;
  /** How many of its words have a capital, in four steps. */
  capitals: number;
}

export function surroundingsOf(text: string, tokens: readonly Token[]): Surroundings {
  const small = tokens.filter((token) => !beginsWithCapital(token));
  const share = 1 - small.length / Math.max(1, tokens.length);
  const steps = [0.03, 0.12, 0.3];
  return {
    text,
    tokens,
    isGerman: Number(seemsGerman(text)),
    small: new Set(small.map(({ code }) => code)),
    capitals: steps.filter((step) => share >= step).length,
  };
}

/** One thing that is true of a word; those with other numbers never count as the same. */
type Say = (what: number, besides?: number) => void;

const longestLabel = 12;

const mostFeatures = 64;

/** The codes of all that is true of the word at this place, for the model to weigh. */
export function featuresAt(around: Surroundings, index: number): Int32Array {
  const found = new Int32Array(mostFeatures);
  let said = 0;
  const say: Say = (what, besides = 0) => {
    found[said] = mixed(said, what, besides);
    said += 1;
  };
  const place = placeOf(around, index);
  sayOfWord(say, around, place);
  sayOfSigns(say, place);
  sayOfBefore(say, place);
  sayOfBehind(say, place);
  sayOfBoth(say, place);
  sayOfSpelling(say, place);
  sayOfLine(say, around, index);
  return found.subarray(0, said);
}

function mixed(feature: number, what: number, besides: number): number {
  let code = Math.imul(feature + 1, 0x9e3779b1) ^ what;
  code = Math.imul(code ^ (code >>> 16), 0x85ebca6b) ^ besides;
  code = Math.imul(code ^ (code >>> 13), 0xc2b2ae35);
  return (code ^ (code >>> 16)) & (codes - 1);
}

interface Neighbour {
  code: number;
  /** Where it stands on the same line, what it is like; zero elsewhere. */
  likeness: number;
  kind: WordKind;
  isClose: number;
}

interface Place {
  token: Token;
  before: Neighbour;
  beforeThat: number;
  behind: Neighbour;
  behindThat: number;
  signsBefore: number;
  signsBehind: number;
  /** Where in its line or sentence it stands. */
  position: number;
}

function placeOf({ text, tokens }: Surroundings, index: number): Place {
  const token = tokens[index] as Token;
  const [before, behind] = [tokens[index - 1], tokens[index + 1]];
  const gapBefore = text.slice(before?.end ?? 0, token.start);
  const gapBehind = text.slice(token.end, behind?.start ?? token.end + longestGap);
  return {
    token,
    before: neighbour(before, gapBefore),
    beforeThat: tokens[index - 2]?.code ?? 0,
    behind: neighbour(behind, gapBehind),
    behindThat: tokens[index + 2]?.code ?? 0,
    signsBefore: codeOfSigns(gapBefore.slice(-4)),
    signsBehind: codeOfSigns(gapBehind.slice(0, 4)),
    position: positionAfter(before ? gapBefore : '\n'),
  };
}

const longestGap = 8;

function neighbour(token: Token | undefined, gap: string): Neighbour {
  const code = token && gap.length < longestGap ? token.code : 0;
  if (!token || gap.includes('\n')) return { code, likeness: 0, kind: nothing, isClose: 0 };
  const { shape, kind } = token;
  const likeness = 1 + shape * 32 + kind.given * 8 + kind.surname * 2 + Number(kind.commonness >= inDictionary);
  return { code, likeness, kind, isClose: gap === ' ' ? 1 : 0 };
}

function codeOfSigns(gap: string): number {
  return codeOf(gap.replace(/\d/g, '9').replace(/[ \t]+/g, ' '));
}

function positionAfter(gap: string): number {
  if (gap.includes('\n')) return 0;
  if (/[.!?]\s*$/.test(gap)) return 1;
  return /[:;|,("\t>-]\s*$/.test(gap) ? 2 : 3;
}

function nameLists({ given, surname }: WordKind): number {
  return given * 4 + surname;
}

function sayOfWord(say: Say, { isGerman, small, capitals }: Surroundings, { token, position }: Place): void {
  const { shape, kind, code } = token;
  const lists = nameLists(kind) * 8 + kind.commonness;
  const isRare = Number(kind.commonness >= inDictionary);
  say(1);
  say(shape);
  say(shape, position);
  say(shape, lists);
  say(shape * 4 + position, lists);
  say(shape, kind.given);
  say(shape, kind.surname);
  say(shape * 8 + kind.commonness, isGerman);
  say(shape * 8 + kind.commonness, isGerman * 4 + position);
  say(shape, kind.besides);
  say(kind.besides, nameLists(kind));
  say(shape * 2 + isRare, Number(small.has(code)));
  say(shape, capitals);
  const isPlain = nameLists(kind) === 0 && kind.commonness !== nothing.commonness;
  say(isPlain ? code : 0);
  say(isPlain ? code : 0, shape);
}

function sayOfSigns(say: Say, { token: { shape }, signsBefore, signsBehind }: Place): void {
  say(signsBefore);
  say(signsBehind);
  say(signsBefore, signsBehind);
  say(signsBefore, shape);
  say(signsBehind, shape);
}

function sayOfBefore(say: Say, { token: { shape, kind }, before, beforeThat, signsBefore }: Place): void {
  const lists = nameLists(kind);
  say(before.code);
  say(before.code, shape);
  say(before.code, signsBefore);
  say(before.code, lists * 2 + Number(kind.commonness >= inDictionary));
  say(before.code, beforeThat);
  say(beforeThat);
  say(before.likeness, before.isClose);
  say(before.likeness * 2 + before.isClose, shape * 16 + lists);
  say(before.kind.commonness * 16 + before.kind.besides, before.isClose * 8 + shape);
}

function sayOfBehind(say: Say, { token: { shape, kind }, behind, behindThat, signsBehind }: Place): void {
  const lists = nameLists(kind);
  say(behind.code);
  say(behind.code, shape);
  say(behind.code, signsBehind);
  say(behind.code, lists);
  say(behind.code, behindThat);
  say(behindThat);
  say(behind.likeness, behind.isClose);
  say(behind.likeness * 2 + behind.isClose, shape * 16 + lists);
  say(behind.kind.commonness * 16 + behind.kind.besides, behind.isClose * 8 + shape);
}

function sayOfBoth(say: Say, { token: { shape }, before, behind }: Place): void {
  say(before.code, behind.code);
  say(before.likeness * 2 + before.isClose, (behind.likeness * 2 + behind.isClose) * 8 + shape);
}

const longWord = 12;

function sayOfSpelling(say: Say, { token: { folded, shape } }: Place): void {
  say(codeOf(folded.slice(-2)), shape);
  say(codeOf(folded.slice(-3)));
  say(codeOf(folded.slice(-4)));
  say(codeOf(folded.slice(0, 3)));
  say(Math.min(folded.length, longWord), shape);
}

const farFromBeginning = 40;

function sayOfLine(say: Say, { text, tokens }: Surroundings, index: number): void {
  const { start, end, shape, kind } = tokens[index] as Token;
  const begin = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const finish = next < 0 ? text.length : next;
  const isAlone = Number(text.slice(begin, start).trim() === '') * 2 + Number(text.slice(end, finish).trim() === '');
  say(isAlone, shape);
  say(isAlone * 4 + Math.min(3, (finish - begin) >> 4), kind.given);
  say(Number(/^[ ,;:|(]{1,3}[+\d(]/.test(text.slice(end, end + 4))), shape);
  say(Number(start - begin > farFromBeginning));
  const label = labelOf({ text, tokens, index, begin });
  say(label.code);
  say(label.code, shape * 4 + kind.given);
  say(label.isNext ? label.code : 0);
}

interface OnLine {
  text: string;
  tokens: readonly Token[];
  index: number;
  /** Where the line begins. */
  begin: number;
}

/** The last word with a colon on the line before the place. */
function labelOf({ text, tokens, index, begin }: OnLine): { code: number; isNext: boolean } {
  for (let at = index - 1; at >= Math.max(0, index - longestLabel); at -= 1) {
    const token = tokens[at] as Token;
    if (token.start < begin) break;
    if (/^["')\]]{0,2} ?:/.test(text.slice(token.end, token.end + 4)))
      return { code: token.code, isNext: at === index - 1 };
  }
  return { code: 0, isNext: false };
}
