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
  return changes.map(({ value, added: isAdded, removed: isRemoved }) => {
    if (isAdded) return added(value);
    return isRemoved ? removed(value) : { kind: 'same', text: value };
  });
}

function added(text: string): Stretch {
  return { kind: 'added', text };
}

function removed(text: string): Stretch {
  return { kind: 'removed', text };
}
