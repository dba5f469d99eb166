import { Prisma } from '#prisma/client/client.ts';
import type { Write } from './write-together.ts';

/** What the channel is called that wakes dispatchers at commit. */
export const dispatchChannel = 'baton_dispatch';
const channel = Prisma.raw(`'${dispatchChannel}'`);

export interface NewDispatch {
  kind: string;
  payload: Prisma.InputJsonValue;
}

/** Gives a run's next order its place, under the lock that counting the order needs. */
export function nextDispatch(runId: string, only: { standing: boolean }): Prisma.Sql {
  const place = Prisma.sql`SELECT id AS run_id, dispatch_counter + 1 AS sequence FROM run WHERE id = ${runId}`;
  return only.standing
    ? Prisma.sql`${place} AND status <> 'closed' AND cancel_requested_at IS NULL FOR UPDATE`
    : Prisma.sql`${place} FOR UPDATE`;
}

/** Queues an order to Temporal at the place that the gate gives, and wakes a dispatcher when this commits. */
export function insertDispatch({ kind, payload }: NewDispatch): Write {
  return Prisma.sql`
    INSERT INTO dispatch (run_id, sequence, kind, payload)
    SELECT gate.run_id, gate.sequence, ${kind}, ${JSON.stringify(payload)}::jsonb FROM gate
    RETURNING pg_notify(${channel}, '')::text`;
}

/** Takes the place that the gate gives, so that the next order of the run comes behind it. */
export function countDispatch(): Write {
  return Prisma.sql`UPDATE run SET dispatch_counter = gate.sequence FROM gate WHERE run.id = gate.run_id`;
}
