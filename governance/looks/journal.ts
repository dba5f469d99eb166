import type { LedgerRecord } from '#contracts/ledger.ts';

/** So many entries are remembered; whatever was forgotten is found written by the database. */
const mostRemembered = 20_000;

/**
 * Writes each entry once, and lets nobody on before it stands. The promise is remembered and not a mark: who asks while
 * it is being written waits for the same write, and where that fails, the next one tries again.
 */
export function createLookJournal(
  write: (records: readonly LedgerRecord[]) => Promise<void>,
): (records: readonly LedgerRecord[]) => Promise<void> {
  const standing = new Map<string, Promise<void>>();

  return async (records) => {
    const wanted = new Map(records.map((record) => [JSON.stringify(record), record]));
    const missing = [...wanted].filter(([key]) => !standing.has(key));
    if (missing.length > 0)
      remember(
        missing.map(([key]) => key),
        write(missing.map(([, record]) => record)),
      );
    await Promise.all([...wanted.keys()].flatMap((key) => standing.get(key) ?? []));
  };

  function remember(keys: readonly string[], written: Promise<void>): void {
    if (standing.size + keys.length > mostRemembered) standing.clear();
    for (const key of keys) standing.set(key, written);
    written.catch(() => {
      for (const key of keys) if (standing.get(key) === written) standing.delete(key);
    });
  }
}
