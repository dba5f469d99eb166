/** What an English verb may be looked up by: itself, and what it is without its ending. */
export function basesOf(word: string): string[] {
  const cut = word.replace(/(?:ing|ed|es|s|d)$/, '');
  return [
    word,
    word.replace(/s$/, ''),
    word.replace(/d$/, ''),
    cut,
    `${cut}e`,
    cut.replace(/(.)\1$/, '$1'),
    word.replace(/ie[sd]$/, 'y'),
  ];
}

export function isOneOf(word: string, verbs: ReadonlySet<string>): boolean {
  return basesOf(word).some((base) => verbs.has(base));
}
