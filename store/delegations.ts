import type { Transaction } from '#platform/database/client.ts';
import { type Delegation, Prisma } from '#prisma/client/client.ts';
import type { Write } from './write-together.ts';

export type DelegationRow = Delegation;

/** Makes a delegation; a claim finds no room where its request has made one already. */
export function insertDelegation(delegation: DelegationRow): Write {
  const { id, fromPerson, toPerson, startsAt, endsAt, reason, createdBy, createdAt, mac } = delegation;
  const { idempotencyKey, requestHash } = delegation;
  return Prisma.sql`
    INSERT INTO delegation (id, from_person, to_person, starts_at, ends_at, reason, created_by, created_at, mac,
      idempotency_key, request_hash)
    SELECT ${id}, ${fromPerson}, ${toPerson}, ${startsAt}::timestamptz, ${endsAt}::timestamptz, ${reason}, ${createdBy},
      ${createdAt}::timestamptz, ${mac}, ${idempotencyKey}, ${requestHash}
    FROM gate ON CONFLICT DO NOTHING RETURNING 1`;
}

/** What somebody made with a key before. */
export function findDelegationByIdempotencyKey(
  tx: Transaction,
  search: { createdBy: string; idempotencyKey: string },
): Promise<DelegationRow | null> {
  return tx.delegation.findUnique({ where: { createdBy_idempotencyKey: search } });
}

export function findDelegation(tx: Transaction, id: string): Promise<DelegationRow | null> {
  return tx.delegation.findUnique({ where: { id } });
}

/** Ends a delegation before its time; a claim finds none that is over already. */
export function endDelegation({ id, by, at }: { id: string; by: string; at: Date }): Write {
  return Prisma.sql`
    UPDATE delegation SET ended_by = ${by}, ended_at = ${at}::timestamptz FROM gate
    WHERE delegation.id = ${id} AND delegation.ended_at IS NULL AND delegation.ends_at > ${at}::timestamptz
    RETURNING 1`;
}

/** What was delegated to these people and ran at some time since, in the order it began. */
export function listDelegationsTo(
  tx: Transaction,
  { people, since }: { people: readonly string[]; since: Date },
): Promise<DelegationRow[]> {
  return tx.delegation.findMany({
    where: { toPerson: { in: [...people] }, endsAt: { gt: since } },
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
  });
}

/** What these people delegated that covers the moment. */
export function listDelegationsFrom(
  tx: Transaction,
  { people, at }: { people: readonly string[]; at: Date },
): Promise<DelegationRow[]> {
  return tx.delegation.findMany({
    where: { fromPerson: { in: [...people] }, ...inForceAt(at) },
  });
}

function inForceAt(at: Date): Prisma.DelegationWhereInput {
  return { startsAt: { lte: at }, ...notOverAt(at) };
}

function notOverAt(at: Date): Prisma.DelegationWhereInput {
  return { endsAt: { gt: at }, OR: [{ endedAt: null }, { endedAt: { gt: at } }] };
}

/** Delegations newest first, from behind the place given; of everybody or one person, of a moment, from then on, or all. */
export function listDelegations(
  tx: Transaction,
  page: {
    concerning: string | undefined;
    inForceAt: Date | undefined;
    notOverAt: Date | undefined;
    after: { at: Date; id: string } | undefined;
    limit: number;
  },
): Promise<DelegationRow[]> {
  const { after, concerning } = page;
  return tx.delegation.findMany({
    where: {
      AND: [
        concerning === undefined ? {} : { OR: [{ fromPerson: concerning }, { toPerson: concerning }] },
        page.inForceAt === undefined ? {} : inForceAt(page.inForceAt),
        page.notOverAt === undefined ? {} : notOverAt(page.notOverAt),
        after === undefined
          ? {}
          : { OR: [{ createdAt: { lt: after.at } }, { createdAt: after.at, id: { lt: after.id } }] },
      ],
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: page.limit,
  });
}
