import type { Seals } from '#governance/seals/index.ts';
import { canonicalJson } from '#platform/canonical/digest.ts';
import type { Transaction } from '#platform/database/client.ts';
import { type DelegationRow, listDelegationsFrom, listDelegationsTo } from '#store/delegations.ts';

export type DelegationSeals = Pick<Seals, 'hash'>;

/** What was delegated to people, as it was delegated here: a row written or changed by hand counts for nothing. */
export function createReadDelegations(seals: DelegationSeals) {
  return async (
    tx: Transaction,
    search: { people: readonly string[]; since: Date },
  ): Promise<readonly DelegationRow[]> =>
    (await listDelegationsTo(tx, search)).filter((row) => row.mac === delegationMac(seals, row));
}

/** Who acts at a moment for each of these people, by the same measure. */
export function createReadDelegates(seals: DelegationSeals) {
  return async (
    tx: Transaction,
    search: { people: readonly string[]; at: Date },
  ): Promise<ReadonlyMap<string, readonly string[]>> => {
    const rows = (await listDelegationsFrom(tx, search)).filter((row) => row.mac === delegationMac(seals, row));
    const byPerson = Map.groupBy(rows, ({ fromPerson }) => fromPerson);
    return new Map([...byPerson].map(([person, delegations]) => [person, delegations.map(({ toPerson }) => toPerson)]));
  };
}

type Delegated = Pick<DelegationRow, 'id' | 'fromPerson' | 'toPerson' | 'startsAt' | 'endsAt' | 'createdBy'>;

/** Binds who acts for whom, and when, to this installation. */
export function delegationMac(seals: DelegationSeals, delegation: Delegated): string {
  const { id, fromPerson, toPerson, startsAt, endsAt, createdBy } = delegation;
  const covered = { id, fromPerson, toPerson, starts: startsAt.toISOString(), ends: endsAt.toISOString(), createdBy };
  return seals.hash('delegation', canonicalJson(covered));
}
