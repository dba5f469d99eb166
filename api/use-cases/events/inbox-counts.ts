import type { Person } from '#contracts/person.ts';
import type { CountWaiting } from './count-waiting.ts';

interface Count {
  waiting: number;
  at: number;
  isOld: boolean;
}

/** How many tasks wait for each of those who are told: counted when that may have changed, and not too often. */
export function createInboxCounts(parts: { countWaiting: CountWaiting; everyMs: number; now(): number }) {
  const counts = new Map<string, Count>();

  async function count(person: Person): Promise<number> {
    const at = parts.now();
    const waiting = await parts.countWaiting(person);
    counts.set(person.id, { waiting, at, isOld: false });
    return waiting;
  }

  return {
    count,
    /** The number where it has become another. */
    news: async (person: Person): Promise<number | undefined> => {
      const before = counts.get(person.id);
      if (!before?.isOld || parts.now() - before.at < parts.everyMs) return undefined;
      const waiting = await count(person);
      return waiting === before.waiting ? undefined : waiting;
    },
    outdate: (): void => {
      for (const known of counts.values()) known.isOld = true;
    },
    keepOnly: (people: ReadonlySet<string>): void => {
      for (const person of counts.keys()) if (!people.has(person)) counts.delete(person);
    },
  };
}
