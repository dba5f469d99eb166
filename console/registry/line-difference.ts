import { diffLines } from 'diff';
import { type Stretch, wordDifference } from '../parts/word-difference.ts';

/** Lines that stay, or a place where lines read otherwise: what they were and what they are, word by word. */
export type Passage =
  | { kind: 'same'; lines: readonly string[] }
  | { kind: 'changed'; before: readonly Stretch[]; after: readonly Stretch[] };

/** What became of a longer text, line by line. */
export function lineDifference(before: string, after: string): readonly Passage[] {
  const passages: Passage[] = [];
  const changes = diffLines(before, after);
  for (let at = 0; at < changes.length; at += 1) {
    const change = changes[at];
    const next = changes[at + 1];
    if (!change) continue;
    if (!change.added && !change.removed) passages.push({ kind: 'same', lines: linesOf(change.value) });
    else if (change.removed && next?.added) {
      passages.push(changed(change.value, next.value));
      at += 1;
    } else passages.push(change.added ? changed('', change.value) : changed(change.value, ''));
  }
  return passages;
}

function changed(before: string, after: string): Passage {
  const stretches = wordDifference(before, after);
  return {
    kind: 'changed',
    before: stretches.filter(({ kind }) => kind !== 'added'),
    after: stretches.filter(({ kind }) => kind !== 'removed'),
  };
}

function linesOf(text: string): string[] {
  return text.replace(/\n$/, '').split('\n');
}
