import { AppError, isAppError } from '#contracts/errors.ts';
import type { Person } from '#contracts/person.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Database } from '#platform/database/client.ts';
import { createMayTake, unclaimed } from './may-take.ts';
import { createMoveClaim, type Move } from './move-claim.ts';
import type { ReadVotesParts } from './read-votes.ts';
import type { ActOrder } from './record-refused-act.ts';
import type { Situation } from './situation.ts';

export interface ReassignOrder extends ActOrder {
  /** Whoever has the task from now on. */
  to: string;
}

/** Who has a task for themselves: somebody takes it, gives it up, or gives it to another. */
export function createClaims(parts: ReadVotesParts & { database: Database; ledger: Ledger }) {
  const { person } = parts;
  const { direct } = parts.database;
  const { findTaker, mayHandOn } = createMayTake(parts);
  const move = createMoveClaim(parts);

  return {
    claim: (order: ActOrder) => move(order, (situation) => claimOf(situation, order.by)),
    release: (order: ActOrder) => move(order, (situation) => releaseOf(situation, order.by)),
    reassign: (order: ReassignOrder) => move(order, (situation) => reassignOf(situation, order)),
  };

  async function claimOf(situation: Situation, by: Person): Promise<Move | undefined> {
    const { id, claimedBy } = situation.row;
    const { onBehalfOf } = await findTaker(direct, situation, by);
    if (claimedBy === by.id) return undefined;
    const body = { approval: id, ...(onBehalfOf ? { onBehalfOf: onBehalfOf.id } : {}) };
    return { to: by.id, entry: { kind: 'approval-claimed', body } };
  }

  async function releaseOf(situation: Situation, by: Person): Promise<Move> {
    const { id, claimedBy } = situation.row;
    if (claimedBy === null) throw new AppError('not-claimed', `Nobody has claimed the task ${id}`);
    await checkHolds(situation, by);
    return { to: null, entry: { kind: 'approval-released', body: { approval: id, claimedBy } } };
  }

  async function reassignOf(situation: Situation, { by, to }: ReassignOrder): Promise<Move | undefined> {
    const { id, claimedBy } = situation.row;
    await checkHolds(situation, by);
    await checkMayTake(situation, to);
    if (claimedBy === to) return undefined;
    const body = { approval: id, to, ...(claimedBy === null ? {} : { claimedBy }) };
    return { to, entry: { kind: 'approval-reassigned', body } };
  }

  async function checkHolds(situation: Situation, by: Person): Promise<void> {
    if (await mayHandOn(direct, situation, by)) return;
    throw new AppError(
      'policy-refused',
      `${by.id} may not release or reassign this task: whoever claimed it, team leads and operators may`,
      { facts: { action: 'manageApproval' } },
    );
  }

  async function checkMayTake(situation: Situation, to: string): Promise<void> {
    const taker = person(to);
    if (!taker) throw mayNotTake(`nobody is called ${to}`);
    await findTaker(direct, unclaimed(situation), taker).catch((error: unknown) => {
      throw isAppError(error) ? mayNotTake(error.message) : error;
    });
  }
}

function mayNotTake(detail: string): AppError {
  return new AppError('input-invalid', `The task stays where it is: ${detail}`, {
    places: [{ pointer: '/to', detail }],
  });
}
