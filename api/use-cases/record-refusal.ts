import type { Person } from '#contracts/person.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Database } from './database.ts';

export interface Refusal {
  by: Person;
  action: string;
  resource: string;
  code: string;
  runId?: string;
  policies: readonly string[];
  policySet?: string;
}

/** Writes down that somebody asked for what they may not do. */
export function createRecordRefusal(parts: { database: Database; ledger: Ledger }) {
  return ({ by, runId, ...body }: Refusal): Promise<void> =>
    parts.database.transaction((tx) =>
      parts.ledger.append(tx, {
        kind: 'request-refused',
        actor: by.id,
        ...(runId === undefined ? {} : { runId }),
        body,
      }),
    );
}

export type RecordRefusal = ReturnType<typeof createRecordRefusal>;
