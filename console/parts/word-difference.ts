import { diffWordsWithSpace } from 'diff';

/** A stretch of text that stayed, came or went. */
export interface Stretch {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

const atMostMs = 200;

/** What became of a text, word by word; whole texts where they share too little to be told in a moment. */
export function wordDifference(before: string, after: string): readonly Stretch[] {
  const changes = diffWordsWithSpace(before, after, { timeout: atMostMs });
  if (changes === undefined) return [removed(before), added(after)];
  const stretches = changes.map(({ value, added: isAdded, removed: isRemoved }): Stretch => {
    if (isAdded) return added(value);
    return isRemoved ? removed(value) : { kind: 'same', text: value };
  });
  return stretches.reduce(joined, []);
}

/** Words changed one after another read as one change: what went, then what came. */
function joined(told: readonly Stretch[], next: Stretch): readonly Stretch[] {
  const [gone, come, gap] = told.slice(-3);
  const isGap = gap?.kind === 'same' && /^[^\S\n]+$/.test(gap.text);
  if (next.kind === 'removed' && gone?.kind === 'removed' && come?.kind === 'added' && isGap)
    return [...told.slice(0, -3), removed(gone.text + gap.text + next.text), added(come.text + gap.text)];
  const [went, came] = told.slice(-2);
  if (next.kind === 'added' && went?.kind === 'removed' && came?.kind === 'added')
    return [...told.slice(0, -2), went, added(came.text + next.text)];
  return [...told, next];
}

function added(text: string): Stretch {
  return { kind: 'added', text };
}

function removed(text: string): Stretch {
  return { kind: 'removed', text };
}
