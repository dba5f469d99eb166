import type { Tidied } from './tidy.ts';

/** What was odd about a message, in words a person can use; each once, in the order found. */
export interface MailFlags {
  add(flag: string): void;
  /** Takes the value and notes what had to be done to it. */
  take(what: string, tidied: Tidied): string;
  list(): string[];
}

const most = 20;
const longest = 200;

export function createMailFlags(): MailFlags {
  const flags = new Set<string>();
  const add = (flag: string) => void flags.add(flag.slice(0, longest).toWellFormed());
  return {
    add,
    take(what, { value, hadNul, hadBrokenCharacters, isCut }) {
      if (hadNul) add(`The ${what} held NUL characters; they were taken out`);
      if (hadBrokenCharacters) add(`The ${what} holds characters that could not be read`);
      if (isCut) add(`The ${what} was too long and is cut off`);
      return value;
    },
    list: () => [...flags].slice(0, most),
  };
}
