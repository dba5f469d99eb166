import type { Random } from '#test/prove/random.ts';

/** Somebody is away for a part of a day; a colleague acts for them, or nobody does. */
export interface Absence {
  person: string;
  actedForBy: string | null;
  forMs: number;
}

const absent = ['ada', 'bob', 'lee', 'max'] as const;

export function planAbsences(random: Random): Absence[] {
  return absent.flatMap((person) => {
    if (!random.chance(0.12)) return [];
    const others = absent.filter((other) => other !== person) as [string, ...string[]];
    const actedForBy = random.chance(0.7) ? random.pick(others) : null;
    return [{ person, actedForBy, forMs: random.between(1_000, 4_000) }];
  });
}
