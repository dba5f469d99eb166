const wordSign = '[\\p{L}\\p{N}_]';
const wordBorder = `(?:(?<=${wordSign})(?!${wordSign})|(?<!${wordSign})(?=${wordSign}))`;

const patterns = new Map<string, RegExp>();

/** A pattern as the word lists write it, where `\b` and `\w` mean letters of every language. */
export function patternOf(written: string, flags = 'imu'): RegExp {
  const key = `${flags}/${written}`;
  const made =
    patterns.get(key) ?? new RegExp(written.replaceAll('\\b', wordBorder).replaceAll('\\w', wordSign), flags);
  patterns.set(key, made);
  return made;
}

/** The first place where the pattern matches. */
export function firstMatch(text: string, written: string, flags?: string): string | undefined {
  return patternOf(written, flags).exec(text)?.[0];
}
