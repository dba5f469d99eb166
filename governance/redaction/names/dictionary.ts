import words from 'an-array-of-english-words' with { type: 'json' };

let known: ReadonlySet<string> | undefined;

/** Whether a folded word stands in a dictionary of English; names of people mostly do not. Made when it is first asked. */
export function isEnglishWord(folded: string): boolean {
  known ??= new Set<string>(words);
  return known.has(folded);
}
