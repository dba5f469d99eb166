import type { PaymentDoubt } from '#contracts/payment-doubt.ts';
import { query, type Transaction } from '#platform/database/client.ts';
import { type ModelCall, Prisma } from '#prisma/client/client.ts';
import type { Write } from './write-together.ts';

export type ModelCallRow = ModelCall;

export type NewModelCall = Omit<ModelCallRow, 'at' | 'model' | 'answerSealed' | 'settledAt' | 'doubt'> & {
  model: string;
};

/** A call of which no answer was heard that would have been kept. */
export type UnheardModelCall = Pick<ModelCallRow, 'id' | 'stepKey' | 'digest' | 'doubt'> & { model: string };

const isOpen = Prisma.sql`settled_at IS NULL AND doubt IS NULL`;
const unheardCall = Prisma.sql`id, step_key AS "stepKey", digest, doubt, coalesce(model, '') AS model`;

export function insertModelCall(call: NewModelCall): Write {
  const { id, runId, stepKey, digest, promptHash, askedSealed, model } = call;
  return Prisma.sql`
    INSERT INTO model_call (id, run_id, step_key, digest, prompt_hash, asked_sealed, model)
    SELECT ${id}, ${runId}, ${stepKey}, ${digest}, ${promptHash}, ${askedSealed}::bytea, ${model} FROM gate`;
}

export interface SettledModelCall extends Pick<ModelCallRow, 'id' | 'answerSealed'> {
  doubt: PaymentDoubt | undefined;
}

/** Writes down what came of a call. A doubt from before stays: whoever had it may have asked again. */
export function settleModelCall({ id, answerSealed, doubt = undefined }: SettledModelCall): Write {
  return Prisma.sql`
    UPDATE model_call SET settled_at = clock_timestamp(), answer_sealed = ${answerSealed}::bytea,
      doubt = coalesce(${doubt ?? null}, doubt)
    FROM gate WHERE model_call.id = ${id}`;
}

/** Notes that nobody knows what came of a call; a claim finds none where somebody noted it before. */
export function doubtModelCall({ id, doubt }: { id: string; doubt: PaymentDoubt }): Write {
  return Prisma.sql`
    UPDATE model_call SET doubt = ${doubt} FROM gate WHERE model_call.id = ${id} AND doubt IS NULL RETURNING 1`;
}

/** The same for all calls of a run that nobody wrote the end of; answers which they are. */
export function doubtOpenCallsOfRun(
  tx: Transaction,
  { runId, doubt }: { runId: string; doubt: PaymentDoubt },
): Promise<UnheardModelCall[]> {
  return query<UnheardModelCall>(
    tx,
    Prisma.sql`UPDATE model_call SET doubt = ${doubt} WHERE run_id = ${runId} AND ${isOpen} RETURNING ${unheardCall}`,
  );
}

/** Holds where the run has a call that nobody wrote the end of. */
export function hasOpenCall(runId: string): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT 1 FROM model_call WHERE run_id = ${runId} AND ${isOpen})`;
}

/** Those that go on, or whose maker is gone, and those that are in doubt. */
export function listUnheardCallsOfStep(
  tx: Transaction,
  { runId, stepKey }: { runId: string; stepKey: string },
): Promise<UnheardModelCall[]> {
  return query<UnheardModelCall>(
    tx,
    Prisma.sql`
    SELECT ${unheardCall} FROM model_call
    WHERE run_id = ${runId} AND step_key = ${stepKey} AND answer_sealed IS NULL AND (settled_at IS NULL OR doubt IS NOT NULL)
    ORDER BY at, id`,
  );
}

export function findModelCall(tx: Transaction, search: { id: string; runId: string }): Promise<ModelCallRow | null> {
  return tx.modelCall.findUnique({ where: search });
}

/** Calls of a run of which nobody knows whether they were paid for, oldest first. */
export function listDoubtfulCallsOfRun(tx: Transaction, runId: string): Promise<ModelCallRow[]> {
  return tx.modelCall.findMany({ where: { runId, doubt: { not: null } }, orderBy: [{ at: 'asc' }, { id: 'asc' }] });
}
