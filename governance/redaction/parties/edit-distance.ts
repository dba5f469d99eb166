/** How many letters stand between what two words begin and end with alike. */
function differing(one: string, other: string): number {
  const longer = Math.max(one.length, other.length);
  const shorter = Math.min(one.length, other.length);
  let from = 0;
  while (from < shorter && one[from] === other[from]) from += 1;
  let behind = 0;
  while (behind < shorter - from && one.at(-1 - behind) === other.at(-1 - behind)) behind += 1;
  return longer - from - behind;
}

/** How many letters of one the other has nowhere, at least: each takes a change of its own. */
function lettersLacking(one: string, other: string): number {
  let lacking = lettersOf(one) & ~lettersOf(other);
  let count = 0;
  while (lacking !== 0) {
    lacking &= lacking - 1;
    count += 1;
  }
  return count;
}

/** A bit for each letter; what is none of `a` to `z` shares one with some of them. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let place = 0; place < word.length; place += 1) letters |= 1 << (word.charCodeAt(place) & 31);
  return letters;
}

/** Whether one word becomes the other by at most so many letters added, lost, changed or swapped with their neighbour. */
export function isWithin(one: string, other: string, most: number): boolean {
  if (Math.abs(one.length - other.length) > most) return false;
  if (most === 1 && differing(one, other) > 2) return false;
  if (lettersLacking(one, other) > most || lettersLacking(other, one) > most) return false;
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= one.length; row += 1) {
    const costs = rowOf({ one, other, row }, rows);
    if (Math.min(...costs) > most) return false;
    rows.push(costs);
  }
  return (rows.at(-1)?.[other.length] ?? most + 1) <= most;
}

/** What the letters of one word so far cost against each length of the other. */
function rowOf({ one, other, row }: { one: string; other: string; row: number }, rows: readonly number[][]): number[] {
  const [previous = [], earlier = []] = [rows[row - 1], rows[row - 2]];
  const costs = [row];
  for (let column = 1; column <= other.length; column += 1) {
    const changed = (previous[column - 1] ?? 0) + Number(one[row - 1] !== other[column - 1]);
    const isSwapped = row > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
    const swapped = isSwapped ? (earlier[column - 2] ?? 0) + 1 : changed;
    costs.push(Math.min(changed, swapped, (previous[column] ?? 0) + 1, (costs[column - 1] ?? 0) + 1));
  }
  return costs;
}
