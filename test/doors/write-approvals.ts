import { newId } from '#contracts/ids.ts';
import type { Stack } from '#test/stack/open-stack.ts';

/** One task as figures see it; times count in seconds. */
export interface WrittenApproval {
  process?: string;
  point?: string;
  state: string;
  openedAt: Date;
  /** From open to its end, where it has one. */
  seconds?: number;
  by?: string;
  dueInSeconds?: number;
}

/** Writes tasks into the database as they might have been left there, without runs. */
export async function writeApprovals({ database }: Stack, tasks: readonly WrittenApproval[]): Promise<void> {
  const empty = new Uint8Array();
  await database.direct.approval.createMany({
    data: tasks.map(({ process = 'answer-order-status', point = 'reply', state, openedAt, seconds, by, ...more }) => {
      const id = newId('approval');
      const { dueInSeconds = 3_600 } = more;
      return {
        ...{ id, runId: newId('run'), stepKey: id, process, point, state, openedAt },
        ...{ role: 'approver', team: 'customer-service', reasonCode: 'every-reply', startedBy: 'sam', editable: [] },
        ...{ digest: '', actionSealed: empty, evidenceSealed: empty, evidenceDigest: '' },
        dueAt: new Date(Date.now() + dueInSeconds * 1_000),
        decidedBy: by ?? null,
        decidedAt: seconds === undefined ? null : new Date(openedAt.getTime() + seconds * 1_000),
      };
    }),
  });
}
