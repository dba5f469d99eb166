import { AppError } from '#contracts/errors.ts';
import type { LedgerStatement } from '#contracts/ledger.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Database } from '#platform/database/client.ts';
import { moveClaim } from '#store/approval-claims.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import { findRun, runIsOpen } from '#store/runs.ts';
import { writeTogether } from '#store/write-together.ts';
import { createReadSituation } from './read-situation.ts';
import type { ReadVotesParts } from './read-votes.ts';
import type { ActOrder } from './record-refused-act.ts';
import { checkTime, tooLate } from './refuse.ts';
import type { Situation } from './situation.ts';

/** Who has a task from now on, and what the ledger says of it. */
export interface Move {
  to: string | null;
  entry: LedgerStatement;
}

/** Decides on a move by what stands now; nothing where there is nothing to do. Throws where it is refused. */
export type ChooseMove = (situation: Situation) => Promise<Move | undefined>;

/** So often somebody else may be faster before it is given up. */
const mostTries = 5;

/** Moves a task from one person to another where nothing changed since it was looked at; otherwise it is looked at again. */
export function createMoveClaim(parts: ReadVotesParts & { database: Database; ledger: Ledger }) {
  const { direct } = parts.database;
  const readSituation = createReadSituation(parts);

  return async function move(order: ActOrder, choose: ChooseMove, tries = mostTries): Promise<ApprovalRow> {
    const situation = await readSituation(direct, order.approvalId);
    const { row } = situation;
    if (row.state !== 'open') throw tooLate(row);
    const chosen = await choose(situation);
    if (!chosen) return row;
    const at = new Date();
    if (await write(row, { ...chosen, by: order.by.id, at }))
      return { ...row, claimedBy: chosen.to, claimedAt: chosen.to === null ? null : at };
    checkTime(row, { run: await findRun(direct, row.runId), now: at });
    if (tries > 1) return move(order, choose, tries - 1);
    throw new AppError('already-claimed', 'Others keep changing the task at the same moment: load it again');
  };

  async function write({ runId, ...row }: ApprovalRow, { to, at, by, entry }: Move & { by: string; at: Date }) {
    return writeTogether(direct, {
      condition: runIsOpen(runId),
      claim: moveClaim(row, { to, at }),
      writes: [await parts.ledger.entries({ ...entry, runId, actor: by })],
    });
  }
}
