import { AppError } from '#contracts/errors.ts';
import type { Transaction } from '#platform/database/client.ts';
import { type ApprovalRow, findApproval } from '#store/approvals.ts';
import { progressOf, stageAt } from './progress.ts';
import { createReadVotes, type ReadVotesParts } from './read-votes.ts';
import type { Situation } from './situation.ts';
import { termsOf } from './terms.ts';
import { votesWith } from './votes-with.ts';

/** Reads a task with the words given so far. */
export function createReadSituation(parts: ReadVotesParts) {
  const situationOf = createSituationOf(parts);
  return async (tx: Transaction, approvalId: string): Promise<Situation> => {
    const row = await findApproval(tx, approvalId);
    if (!row) throw new AppError('not-found', `There is no task ${approvalId}`);
    return situationOf(tx, row);
  };
}

/** The words given so far on a task that was read; where one word is enough, there are none to look for. */
export function createSituationOf(parts: ReadVotesParts) {
  const readVotes = createReadVotes(parts);
  return async (tx: Transaction, row: ApprovalRow): Promise<Situation> => {
    const terms = termsOf(row);
    const { stages } = terms;
    const asksSeveral = row.votes > 0 || stages.length > 1 || stageAt(terms, 0).quorum > 1;
    const cast = asksSeveral ? await readVotes(tx, row, terms) : [];
    const votes = votesWith(cast, cast.at(-1)?.fields);
    const { stage } = progressOf(terms, votes, row.digest);
    return { row, terms, votes, stage: Math.min(stage, stages.length - 1) };
  };
}
