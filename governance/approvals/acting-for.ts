import type { Person } from '#contracts/person.ts';
import type { Transaction } from '#platform/database/client.ts';
import type { DelegationRow } from '#store/delegations.ts';
import { mayActFor, mayIfAsked } from './may-act-for.ts';
import type { MayDecide, Word } from './may-decide.ts';
import { progressOf } from './progress.ts';
import { createReadDelegations, type DelegationSeals } from './read-delegations.ts';
import { alreadyClaimed, claimedByOther } from './refuse.ts';
import type { Situation } from './situation.ts';

/** Who gives a word, and for whom: nobody else where the right is their own. */
export interface Actor {
  by: Person;
  onBehalfOf: Person | null;
}

/** Whether a delegation covers a moment. */
export function covers({ startsAt, endsAt, endedAt }: DelegationRow, at: Date): boolean {
  return startsAt <= at && at < endsAt && (endedAt === null || at < endedAt);
}

/** Whom somebody may act for now. What those were delegated themselves does not pass on. */
export function createDelegatorsOf({ person, seals }: Pick<ActorParts, 'person' | 'seals'>) {
  const readDelegations = createReadDelegations(seals);
  return async (tx: Transaction, by: Person): Promise<readonly Person[]> => {
    const now = new Date();
    const delegations = await readDelegations(tx, { people: [by.id], since: now });
    const ids = new Set(delegations.filter((each) => covers(each, now)).map(({ fromPerson }) => fromPerson));
    return [...ids].flatMap((id) => person(id) ?? []);
  };
}

export interface ActorParts {
  rights: MayDecide;
  seals: DelegationSeals;
  person(id: string): Person | undefined;
}

/** Finds by whose right somebody may decide on a task: their own first, else that of somebody they act for. Throws why not. */
export function createFindActor(parts: ActorParts) {
  const { rights } = parts;
  const delegatorsOf = createDelegatorsOf(parts);

  return async (
    tx: Transaction,
    { row, terms, stage, votes }: Situation,
    { by, decision, fields }: Pick<Word, 'by' | 'decision' | 'fields'>,
  ): Promise<Actor> => {
    const word = { terms, stage, by, decision, fields };
    const isOwn = rights.mayDecide(row, word);
    const claimer = claimedByOther(row, by);
    if (isOwn && claimer === undefined) return { by, onBehalfOf: null };
    if (!isOwn && !isUnasked()) rights.checkRight(row, word);
    const able = (await delegatorsOf(tx, by)).filter((other) => mayActFor(rights, row, { ...word, other }));
    if (!isOwn && able.length === 0) rights.checkRight(row, word);
    const { heard } = progressOf(terms, votes, row.digest);
    const free = able.filter(({ id }) => claimer === undefined || id === claimer);
    const onBehalfOf = free.find(({ id }) => !heard.includes(id)) ?? free[0];
    if (!onBehalfOf) throw alreadyClaimed(row);
    return { by, onBehalfOf };

    /** Whoever is asked may at least say no. */
    function isUnasked(): boolean {
      const no = { ...word, decision: 'reject' } as const;
      return !rights.mayDecide(row, no) && mayIfAsked(rights, row, no);
    }
  };
}

export type FindActor = ReturnType<typeof createFindActor>;
