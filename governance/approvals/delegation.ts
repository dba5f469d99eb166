import { AppError, isAppError } from '#contracts/errors.ts';
import { newId } from '#contracts/ids.ts';
import type { Person } from '#contracts/person.ts';
import type { PolicyPort } from '#contracts/policy.ts';
import { digestOf } from '#governance/digest.ts';
import { type Idempotency, madeBefore } from '#governance/idempotency.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Database } from '#platform/database/client.ts';
import {
  type DelegationRow,
  endDelegation,
  findDelegation,
  findDelegationByIdempotencyKey,
  insertDelegation,
} from '#store/delegations.ts';
import { writeTogether } from '#store/write-together.ts';
import { checkDelegation } from './check-delegation.ts';
import { mayManageDelegation } from './may-manage-delegation.ts';
import { type DelegationSeals, delegationMac } from './read-delegations.ts';

export interface DelegationOrder {
  by: Person;
  from: string;
  to: string;
  starts: Date;
  ends: Date;
  reason?: string | undefined;
  idempotencyKey?: string | undefined;
}

export interface EndOrder {
  by: Person;
  delegationId: string;
}

export interface DelegationParts {
  database: Database;
  ledger: Ledger;
  policy: PolicyPort;
  seals: DelegationSeals;
  person(id: string): Person | undefined;
}

/** Who acts for whom for a while: it is made, and ended before its time. */
export function createDelegations(parts: DelegationParts) {
  const { database, ledger, person, policy, seals } = parts;

  return {
    make: (order: DelegationOrder) => recorded(order.by, { work: () => make(order), resource: 'new' }),
    end: (order: EndOrder) => recorded(order.by, { work: () => end(order), resource: order.delegationId }),
  };

  async function make(order: DelegationOrder): Promise<DelegationRow> {
    const before = await madeBy(order);
    if (before) return before;
    const row = newDelegation(order);
    const { id: delegation, fromPerson: from, toPerson: to } = row;
    const body = { delegation, from, to, starts: row.startsAt.toISOString(), ends: row.endsAt.toISOString() };
    const isMade = await writeTogether(database.direct, {
      claim: insertDelegation(row),
      writes: [await ledger.entries({ kind: 'delegation-made', actor: order.by.id, body })],
    });
    const made = isMade ? row : await madeBy(order);
    if (made) return made;
    throw new Error(`There was no room for the delegation ${delegation}`);
  }

  function newDelegation(order: DelegationOrder): DelegationRow {
    const { by, from, to, starts, ends, reason = '' } = order;
    const createdAt = new Date();
    if (from !== by.id) checkMakesForOthers(by, to);
    checkDelegation({ from, to, starts, ends }, { person, now: createdAt });
    const id = newId('delegation');
    const delegated = { id, fromPerson: from, toPerson: to, startsAt: starts, endsAt: ends, createdBy: by.id };
    const open = { reason: reason || null, createdAt, endedBy: null, endedAt: null };
    const { key: idempotencyKey = null, requestHash = null } = idempotencyOf(order) ?? {};
    return { ...delegated, ...open, idempotencyKey, requestHash, mac: delegationMac(seals, delegated) };
  }

  /** What the same request made already: its answer was lost, or comes while this one is made. */
  async function madeBy(order: DelegationOrder): Promise<DelegationRow | undefined> {
    const idempotency = idempotencyOf(order);
    if (!idempotency) return undefined;
    const search = { createdBy: order.by.id, idempotencyKey: idempotency.key };
    return madeBefore(await findDelegationByIdempotencyKey(database.direct, search), idempotency);
  }

  async function end({ by, delegationId: id }: EndOrder): Promise<DelegationRow> {
    const row = await findDelegation(database.direct, id);
    if (!row) throw new AppError('not-found', `There is no delegation ${id}`);
    const { fromPerson: from, toPerson: to } = row;
    if (by.id !== from && by.id !== to) checkMayManage(by, id);
    const at = new Date();
    const body = { delegation: id, from, to };
    const isEnded = await writeTogether(database.direct, {
      claim: endDelegation({ id, by: by.id, at }),
      writes: [await ledger.entries({ kind: 'delegation-ended', actor: by.id, body })],
    });
    if (!isEnded) throw new AppError('delegation-over', `The delegation from ${from} to ${to} is over already`);
    return { ...row, endedBy: by.id, endedAt: at };
  }

  /** Whoever may delegate for others gives nobody's word to themselves. */
  function checkMakesForOthers(by: Person, to: string): void {
    checkMayManage(by, 'new');
    if (to !== by.id) return;
    throw new AppError(
      'forbidden',
      `${by.id} may not act for somebody by a delegation of their own making: whoever is away makes it, or another team lead or operator`,
    );
  }

  function checkMayManage(by: Person, delegation: string): void {
    if (mayManageDelegation(policy, by, delegation)) return;
    throw new AppError(
      'policy-refused',
      `${by.id} may delegate for themselves; for others team leads and operators may`,
      {
        facts: { action: 'manageDelegation' },
      },
    );
  }

  /** Writes down what was refused; what somebody wrote is not in it. */
  async function recorded<Result>(by: Person, act: { work(): Promise<Result>; resource: string }): Promise<Result> {
    try {
      return await act.work();
    } catch (error) {
      if (isAppError(error) && error.code !== 'not-found') {
        const body = { action: 'manageDelegation', resource: act.resource, code: error.code, policies: [] };
        await ledger.append(database.direct, { kind: 'request-refused', actor: by.id, body });
      }
      throw error;
    }
  }
}

function idempotencyOf({
  from,
  to,
  starts,
  ends,
  reason,
  idempotencyKey: key,
}: DelegationOrder): Idempotency | undefined {
  if (key === undefined) return undefined;
  const asked = { from, to, starts: starts.toISOString(), ends: ends.toISOString(), reason: reason ?? null };
  return { key, requestHash: digestOf(asked) };
}
