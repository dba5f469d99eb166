export interface Terminal {
  /** A line for people. */
  say(line?: string): void;
  /** The one JSON value a program reads. */
  give(value: unknown): void;
}

export function createTerminal(write: (text: string) => void): Terminal {
  return {
    say: (line = '') => write(`${printable(line)}\n`),
    give: (value) => write(`${JSON.stringify(value, undefined, 2)}\n`),
  };
}

/** Text as a terminal may show it: what others wrote cannot move its cursor or change its colours. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');
}
