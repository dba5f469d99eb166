export interface Terminal {
  /** A line for people. What goes on below it is set in, so that no text of others passes for a line of ours. */
  say(line?: string): void;
  /** The one JSON value a program reads. */
  give(value: unknown): void;
}

export function createTerminal(write: (text: string) => void): Terminal {
  return {
    say: (line = '') => write(`${printable(line).replaceAll('\n', '\n    ')}\n`),
    give: (value) => write(`${JSON.stringify(value, undefined, 2)}\n`),
  };
}

/** Text as a terminal may show it: what others wrote cannot move its cursor, change its colours or turn its direction. */
export function printable(text: string): string {
  return Array.from(text, (character) => (mayShow(character) ? character : '\ufffd')).join('');
}

const turnsDirection = /[\u202a-\u202e\u2066-\u2069]/;

function mayShow(character: string): boolean {
  if (character === '\n' || character === '\t') return true;
  const isControl = character < ' ' || (character >= '\u007f' && character <= '\u009f');
  return !isControl && !turnsDirection.test(character);
}
