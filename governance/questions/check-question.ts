import type { DecisionRequest } from '#contracts/approval.ts';
import { AppError } from '#contracts/errors.ts';
import type { Person } from '#contracts/person.ts';
import type { PinnedSnapshots } from '#governance/runs/pinned-snapshots.ts';
import type { Transaction } from '#platform/database/client.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import { countQuestionsOfRun } from '#store/questions.ts';
import { findRun } from '#store/runs.ts';
import { addressOfColleague } from './colleague.ts';

/** The address a colleague is asked at, as the registry knows it. Throws where nobody can be asked there. */
export function addressToAsk(person: Person | undefined, { id, by }: { id: string; by: Person }): string {
  const address = addressOfColleague(person);
  if (person?.id === by.id) throw notAsked('nobody asks themselves: decide, or name somebody else');
  if (address !== undefined) return address;
  throw notAsked(
    `nobody called ${id} acts here and has an e-mail address: the registry lists who there is (baton registry, or GET /api/registry)`,
  );
}

/** Throws where a decision asks something, and its run has asked as many questions as its registry entry allows. */
export function createCheckQuestions({ snapshotOf }: { snapshotOf: PinnedSnapshots }) {
  return async (
    tx: Transaction,
    { runId }: ApprovalRow,
    { decision }: Pick<DecisionRequest, 'decision'>,
  ): Promise<void> => {
    if (decision !== 'ask') return;
    const run = await findRun(tx, runId);
    if (!run) throw new AppError('not-found', `There is no run ${runId}`);
    const { most } = (await snapshotOf(tx, run.snapshotHash)).questions;
    if ((await countQuestionsOfRun(tx, runId)) < most) return;
    const detail = `this run may ask ${most} questions, and has asked them: approve, reject or take over instead`;
    throw new AppError('input-invalid', `Nothing is asked: ${detail}`, { places: [{ pointer: '/decision', detail }] });
  };
}

function notAsked(detail: string): AppError {
  return new AppError('input-invalid', `The question goes nowhere: ${detail}`, {
    places: [{ pointer: '/to/person', detail }],
  });
}
