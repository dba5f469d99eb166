/** Words that speak for something, and how strongly. A star at the end takes any ending, one at the start any beginning. */
export type Phrases = Readonly<Record<string, number>>;

export type WeighedPhrase = {
  readonly phrase: string;
  /** Without stars: what has to stand in a text before its pattern is worth a try. */
  readonly words: string;
  readonly weight: number;
  pattern(): RegExp;
};

export function weighPhrases(phrases: Phrases): WeighedPhrase[] {
  return Object.entries(phrases).map(([phrase, weight]) => {
    const words = phrase.replace(/^\*|\*$/g, '');
    let pattern: RegExp | undefined;
    // Most are never tried: making all of them takes longer than the rest of the program's start.
    return { phrase, words, weight, pattern: () => (pattern ??= toPattern(phrase)) };
  });
}

/** Typographic apostrophes and runs of white space do not hide a phrase. */
export function simplify(text: string): string {
  return text.toLowerCase().replace(/[‘’`]/g, "'").replace(/\s+/g, ' ');
}

function toPattern(phrase: string): RegExp {
  const start = phrase.startsWith('*') ? '' : '(?<![\\p{L}\\p{N}])';
  const end = phrase.endsWith('*') ? '' : '(?![\\p{L}\\p{N}])';
  const words = phrase.replace(/^\*|\*$/g, '').replace(/[.?+()[\]{}|^$\\]/g, '\\$&');
  return new RegExp(`${start}${words}${end}`, 'u');
}
