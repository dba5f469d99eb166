import type { Seals } from '#governance/seals/index.ts';
import type { Transaction } from '#platform/database/client.ts';
import { findAddressHashOfRun } from '#store/subjects.ts';

/** How a person is known here without their address: nobody outside this installation can make or guess it. */
export function subjectHash(seals: Seals, address: string): string {
  return seals.hash('subject', address);
}

/** Whether an address is that of the person a run is about, by the row and not by what a workflow says. */
export function createIsSubject(parts: { seals: Seals }) {
  return async (tx: Transaction, { runId, address }: { runId: string; address: string }): Promise<boolean> =>
    (await findAddressHashOfRun(tx, runId)) === subjectHash(parts.seals, address);
}
