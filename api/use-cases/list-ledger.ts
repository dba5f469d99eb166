import { AppError } from '#contracts/errors.ts';
import type { LedgerItem, LedgerList, LedgerQuery } from '#contracts/http/ledger.ts';
import type { Person } from '#contracts/person.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { StoredLedgerRow } from '#store/ledger.ts';
import { listLedger } from '#store/ledger-list.ts';
import { findRun } from '#store/runs.ts';
import type { Reads } from './database.ts';
import { type MayRead, refusedToRead } from './judge-reader.ts';
import { cursorAfterEntry, cutPage, defaultLimit, readEntryCursor } from './page-cursor.ts';

const seeAll: readonly string[] = ['compliance-officer', 'operator'];

/** What happened, oldest first: of one run for whoever may read it, of all runs for compliance and operators. */
export function createListLedger(parts: { reads: Reads; mayRead: MayRead; ledger: Pick<Ledger, 'verifies'> }) {
  return async (by: Person, { run, cursor, limit = defaultLimit }: LedgerQuery): Promise<LedgerList> => {
    if (run === undefined) checkSeesAll(by);
    else await checkReads(by, run);
    const found = await listLedger(parts.reads, { runId: run, after: readEntryCursor(cursor), limit: limit + 1 });
    const { rows, next } = cutPage(found, limit, (row) => cursorAfterEntry(row.id));
    return { items: rows.map((row) => itemOf(row, parts.ledger.verifies(row))), next };
  };

  async function checkReads(by: Person, runId: string): Promise<void> {
    const row = await findRun(parts.reads, runId);
    if (!row) throw new AppError('not-found', `There is no run ${runId}`);
    if (!parts.mayRead(by, row)) throw refusedToRead(by, `the ledger of run ${runId}`);
  }
}

function checkSeesAll(by: Person): void {
  if (by.roles.some((role) => seeAll.includes(role))) return;
  throw new AppError(
    'forbidden',
    `${by.id} may see the ledger of one run (?run=), not the whole: that is for ${seeAll.join(' and ')}`,
  );
}

function itemOf({ id, at, kind, runId, actor, body }: StoredLedgerRow, verified: boolean): LedgerItem {
  // What somebody else wrote may be any text.
  const shown: unknown = verified ? JSON.parse(body) : { text: body };
  return { id: String(id), at: at.toISOString(), kind, run: runId, actor, body: shown, verified };
}
