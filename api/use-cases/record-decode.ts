import type { Person } from '#contracts/person.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Database } from './database.ts';

/** Writes down who read the payloads of which run. */
export function createRecordDecode(parts: { database: Database; ledger: Ledger }) {
  return ({ person, runId }: { person: Person; runId: string | undefined }): Promise<void> =>
    parts.database.transaction((tx) =>
      parts.ledger.append(tx, {
        kind: 'payload-decoded',
        actor: person.id,
        ...(runId === undefined ? {} : { runId }),
        body: { minute: `${new Date().toISOString().slice(0, 16)}Z` },
      }),
    );
}
