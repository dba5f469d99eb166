import type { Cue } from '../names/cues-in.ts';
import { endsAsSurname, isFirstName, surnames } from '../names/name-lists.ts';
import { isOrdinary } from '../names/ordinary-words.ts';
import { particles } from '../names/particles.ts';
import type { Word } from '../names/words.ts';

export function isFullName(folded: readonly string[], run: readonly Word[], cue: Cue | undefined): boolean {
  const [first = '', ...others] = folded;
  if (/^(?:san|santa|saint|sankt|st)$/.test(first) && cue !== 'sure') return false;
  const last = others.at(-1) ?? '';
  if (run[0]?.text.length === 1)
    return hasFirst(folded) || surnames.has(last) || (last.length > 3 && !isOrdinary(last));
  if (hasFirst(folded) || (isFirstName(last) && surnames.has(first))) return true;
  if (cue && others.some((other) => isFirstName(other))) return true;
  if (surnames.has(last) || endsAsSurname(last)) return cue === 'likely' || !isOrdinary(first);
  return cue === 'likely' && isShapely(run);
}

function hasFirst([first = '', ...others]: readonly string[]): boolean {
  return isFirstName(first) && others.some((other) => !particles.has(other));
}

/** Two or three plain words with capitals, none of them from a list: a name only after "spoke to" and the like. */
function isShapely(run: readonly Word[]): boolean {
  return run.length <= 4 && run.every(({ text }) => particles.has(text) || /^\p{Lu}[\p{L}\p{M}'-]/u.test(text));
}
