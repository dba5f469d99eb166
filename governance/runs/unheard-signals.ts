import type { LedgerRecord } from '#contracts/ledger.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Transaction } from '#platform/database/client.ts';
import { listLedgerOfRun, type StoredLedgerRow } from '#store/ledger.ts';

const why = 'a signal came while the run waited for nothing';

/** What the ledger says of signals that nobody in a run waited for, one entry for what each named. */
export function unheardSignals(
  author: { runId: string; actor: string },
  names: readonly string[] = [],
): readonly LedgerRecord[] {
  return names.map((named) => ({ kind: 'signal-ignored', ...author, body: { named, why } }));
}

/**
 * What strangers named: a run that was told of a switch, and did its step before it heard of it or was told twice, was
 * told by us.
 */
export async function namedByStrangers(
  tx: Transaction,
  { runId, names = [] }: { runId: string; names: readonly string[] | undefined },
): Promise<readonly string[]> {
  if (names.length === 0) return names;
  const resumed = (await listLedgerOfRun(tx, runId)).filter(({ kind }) => kind === 'run-resumed');
  return names.filter((name) => !resumed.some(({ body }) => body.includes(JSON.stringify(name))));
}

/** Those that came while the run was being closed: it is closed once more then, and only what is new of them is written. */
export function createAppendLateSignals({ ledger }: { ledger: Ledger }) {
  return async (
    tx: Transaction,
    author: { runId: string; actor: string },
    names: readonly string[] = [],
  ): Promise<void> => {
    if (names.length === 0) return;
    const written = sinceRetry(await listLedgerOfRun(tx, author.runId)).filter(isOfUnheard);
    const late = unheardSignals(author, names.slice(written.length));
    if (late.length > 0) await ledger.append(tx, ...late);
  };
}

/** Each execution counts its own. */
function sinceRetry(rows: readonly StoredLedgerRow[]): readonly StoredLedgerRow[] {
  return rows.slice(rows.findLastIndex(({ kind }) => kind === 'retry-requested') + 1);
}

function isOfUnheard({ kind, body }: StoredLedgerRow): boolean {
  return kind === 'signal-ignored' && body.includes(JSON.stringify(why));
}
