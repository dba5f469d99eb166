import type { Person } from '#contracts/person.ts';

export interface DecodeRecord {
  person: Person;
  /** Nothing for content that belongs to no run. */
  runId: string | undefined;
}

/** Records who read which run at most once per person, run and minute; a page of the Temporal UI asks about twenty times. */
export function createDecodeJournal(record: (decode: DecodeRecord) => Promise<void>, now: () => number = Date.now) {
  let minute = 0;
  let written = new Map<string, Promise<void>>();

  return async ({ person, runId }: DecodeRecord): Promise<void> => {
    const current = Math.floor(now() / 60_000);
    if (current !== minute) {
      minute = current;
      written = new Map();
    }
    const entries = written;
    const key = JSON.stringify([person.id, runId]);
    // The promise is kept, not a mark: nobody is shown anything before the record stands.
    const entry = entries.get(key) ?? record({ person, runId });
    entries.set(key, entry);
    await entry.catch((error: unknown) => {
      entries.delete(key);
      throw error;
    });
  };
}
