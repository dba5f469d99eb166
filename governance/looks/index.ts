import type { LedgerRecord } from '#contracts/ledger.ts';
import type { Person } from '#contracts/person.ts';
import type { ShownData } from '#contracts/shown-data.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Database } from '#platform/database/client.ts';
import { createLookJournal } from './journal.ts';
import { stretchAt } from './stretch.ts';

export interface Look {
  by: Person;
  what: ShownData;
  runs: readonly string[];
}

/** Writes down who is shown personal data of which runs. Whoever shows it waits until that stands. */
export type RecordLook = (look: Look) => Promise<void>;

export interface LookParts {
  database: Database;
  ledger: Pick<Ledger, 'appendOnce'>;
  now?: () => Date;
}

/** One entry for each person, run and stretch of time; what this process wrote already costs nothing. */
export function createRecordLook({ database, ledger, now = () => new Date() }: LookParts): RecordLook {
  const journal = createLookJournal((records) => ledger.appendOnce(database.direct, records));

  return async ({ by, what, runs }) => {
    const since = stretchAt(what, now()).toISOString();
    await journal(runs.map((runId) => entryOf({ actor: by.id, runId, what, since })));
  };
}

function entryOf({ actor, runId, ...body }: { actor: string; runId: string; what: ShownData; since: string }) {
  return { kind: 'data-shown', actor, runId, body } as const satisfies LedgerRecord;
}
