import { madeBefore } from '#governance/idempotency.ts';
import type { Database, Transaction } from '#platform/database/client.ts';
import { findRunByIdempotencyKey, type RunRow } from '#store/runs.ts';
import { type AcceptRequest, AlreadyAccepted } from './accept.ts';

export interface Accepted {
  run: RunRow;
  /** False when the same request was accepted before. */
  created: boolean;
}

/** Accepts what a person or program asks for: once per Idempotency-Key and caller. */
export function createAcceptRequest(parts: {
  database: Database;
  acceptWithin: (tx: Transaction, request: AcceptRequest) => Promise<RunRow>;
}) {
  const acceptedBefore = async (request: AcceptRequest): Promise<Accepted | undefined> => {
    if (!request.idempotency) return undefined;
    const search = { startedBy: request.startedBy.id, idempotencyKey: request.idempotency.key };
    const found = await findRunByIdempotencyKey(parts.database.direct, search);
    const run = madeBefore(found, request.idempotency);
    return run && { run, created: false };
  };

  return async (request: AcceptRequest): Promise<Accepted> => {
    const before = await acceptedBefore(request);
    if (before) return before;
    try {
      return { run: await parts.acceptWithin(parts.database.direct, request), created: true };
    } catch (error) {
      if (!(error instanceof AlreadyAccepted)) throw error;
      const meanwhile = await acceptedBefore(request);
      if (!meanwhile) throw error;
      return meanwhile;
    }
  };
}
