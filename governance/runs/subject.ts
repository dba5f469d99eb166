import type { Seals } from '#governance/seals/index.ts';
import type { Transaction } from '#platform/database/client.ts';
import { findSubjectOfRun } from '#store/subjects.ts';

export type FoundSubject = { kind: 'subject'; wasWrittenTo: boolean } | { kind: 'somebody-else' };

/** How a person is known here without their address: nobody outside this installation can make or guess it. */
export function subjectHash(seals: Seals, address: string): string {
  return seals.hash('subject', address);
}

/** Whether an address is that of the person a run is about, and whether they were written to before: by the rows, and not by what a workflow says. */
export function createFindSubject(parts: { seals: Seals }) {
  return async (tx: Transaction, { runId, address }: { runId: string; address: string }): Promise<FoundSubject> => {
    const subject = await findSubjectOfRun(tx, runId);
    if (subject?.addressHash !== subjectHash(parts.seals, address)) return { kind: 'somebody-else' };
    return { kind: 'subject', wasWrittenTo: subject.wasWrittenTo };
  };
}
