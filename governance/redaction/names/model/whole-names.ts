import { particles } from '../particles.ts';
import { beginsWithCapital, mayBeName, shapes, type Token } from './token.ts';

export interface Judged {
  text: string;
  tokens: readonly Token[];
  isName: readonly boolean[];
}

const mostParticles = 3;

/** Words that are names, put together with those beside them, with initials and with what joins names. */
export function* wholeNames(judged: Judged): Generator<{ start: number; end: number }> {
  const { tokens, isName } = judged;
  for (let index = 0; index < tokens.length; index += 1) {
    if (!isName[index]) continue;
    const first = hasInitialBefore(judged, index) ? index - 1 : index;
    let last = index;
    for (let next = nextPart(judged, last); next !== undefined; next = nextPart(judged, last)) last = next;
    if (!isLetterAlone(judged, first, last))
      yield { start: (tokens[first] as Token).start, end: (tokens[last] as Token).end };
    index = last;
  }
}

/** "plan B": a letter tells of nobody where no name is beside it. */
function isLetterAlone({ tokens }: Judged, first: number, last: number): boolean {
  return first === last && tokens[first]?.shape === shapes.letter;
}

function gapBehind({ text, tokens }: Judged, index: number): string {
  const next = tokens[index + 1];
  return next ? text.slice(tokens[index]?.end, next.start) : '';
}

function hasInitialBefore(judged: Judged, index: number): boolean {
  return judged.tokens[index - 1]?.shape === shapes.letter && /^\. ?$/.test(gapBehind(judged, index - 1));
}

/** The word with which the name goes on, if it does. */
function nextPart(judged: Judged, last: number): number | undefined {
  const { text, tokens, isName } = judged;
  const isJoined = /^(?: |-)$/.test(gapBehind(judged, last)) || hasInitialBefore(judged, last + 1);
  const next = tokens[last + 1];
  if (!isJoined || !next) return undefined;
  if (isName[last + 1]) return last + 1;
  if (next.shape === shapes.letter && text.charAt(next.end) === '.') return last + 1;
  return behindParticles(judged, last + 1);
}

/** "van 't Hof", "de la Cruz": the word behind, where it has a capital or is a name. */
function behindParticles(judged: Judged, from: number): number | undefined {
  const { text, tokens, isName } = judged;
  for (let at = from; at < from + mostParticles && particles.has(tokens[at]?.folded ?? ''); at += 1) {
    if (!/^[ ']{1,2}$/.test(gapBehind(judged, at))) return undefined;
    const next = tokens[at + 1];
    if (next && (isName[at + 1] || (beginsWithCapital(next) && mayBeName(text, next)))) return at + 1;
  }
  return undefined;
}
