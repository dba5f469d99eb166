import type { Seals } from '#governance/seals/index.ts';
import { canonicalJson } from '#platform/canonical/digest.ts';
import type { Transaction } from '#platform/database/client.ts';
import { type DelegationRow, listDelegationsTo } from '#store/delegations.ts';

export type DelegationSeals = Pick<Seals, 'hash'>;

/** What was delegated to people, as it was delegated here: a row written or changed by hand counts for nothing. */
export function createReadDelegations(seals: DelegationSeals) {
  return async (
    tx: Transaction,
    search: { people: readonly string[]; since: Date },
  ): Promise<readonly DelegationRow[]> =>
    (await listDelegationsTo(tx, search)).filter((row) => row.mac === delegationMac(seals, row));
}

type Delegated = Pick<DelegationRow, 'id' | 'fromPerson' | 'toPerson' | 'startsAt' | 'endsAt' | 'createdBy'>;

/** Binds who acts for whom, and when, to this installation. */
export function delegationMac(seals: DelegationSeals, delegation: Delegated): string {
  const { id, fromPerson, toPerson, startsAt, endsAt, createdBy } = delegation;
  const covered = { id, fromPerson, toPerson, starts: startsAt.toISOString(), ends: endsAt.toISOString(), createdBy };
  return seals.hash('delegation', canonicalJson(covered));
}
