import type { ConfigProblem } from './config-error.ts';

/** A misspelt BATON_ name would be ignored in silence, and with it what the person wanted. */
export function findUnknownNames(given: readonly string[], known: readonly string[]): ConfigProblem[] {
  return given
    .filter((name) => name.startsWith('BATON_') && !known.includes(name))
    .map((name) => ({
      name,
      problem: 'is not a setting of Baton',
      write: `${nearest(name, known)}=... or remove the line`,
    }));
}

function nearest(name: string, known: readonly string[]): string {
  const ours = known.filter((candidate) => candidate.startsWith('BATON_'));
  const [best] = ours.toSorted((a, b) => distance(name, a) - distance(name, b));
  return best ?? name;
}

/** How many single-letter edits lie between two names. */
function distance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const [row, letter] of [...from].entries()) {
    const current = [row + 1];
    for (const [column, other] of [...to].entries()) {
      const replaced = (previous[column] ?? 0) + (letter === other ? 0 : 1);
      current.push(Math.min(replaced, (previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    previous = current;
  }
  return previous.at(-1) ?? 0;
}
