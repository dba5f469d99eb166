import type { DelegationItem } from '#contracts/http/delegation.ts';
import type { DelegationRow } from '#store/delegations.ts';

export function describeDelegation(row: DelegationRow): DelegationItem {
  const { id, fromPerson, toPerson, startsAt, endsAt, reason, createdBy, createdAt, endedBy, endedAt } = row;
  return {
    id,
    from: fromPerson,
    to: toPerson,
    starts: startsAt.toISOString(),
    ends: endsAt.toISOString(),
    reason,
    madeBy: createdBy,
    madeAt: createdAt.toISOString(),
    ended: endedBy && endedAt ? { by: endedBy, at: endedAt.toISOString() } : null,
  };
}
