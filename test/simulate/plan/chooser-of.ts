import type { Random } from '#test/prove/random.ts';

/** Picks by chance from what is never empty. */
export function chooserOf<Item>([first, ...others]: readonly Item[]): (random: Random) => Item {
  if (first === undefined) throw new Error('there is nothing to choose from');
  return (random) => random.pick([first, ...others]);
}
