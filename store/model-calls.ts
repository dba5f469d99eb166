import type { Transaction } from '#platform/database/client.ts';
import { type ModelCall, Prisma } from '#prisma/client/client.ts';
import type { Write } from './write-together.ts';

export type ModelCallRow = ModelCall;

export type NewModelCall = Omit<ModelCallRow, 'at'>;

export function insertModelCall(call: NewModelCall): Write {
  const { id, runId, stepKey, digest, promptHash, askedSealed, answerSealed } = call;
  return Prisma.sql`
    INSERT INTO model_call (id, run_id, step_key, digest, prompt_hash, asked_sealed, answer_sealed)
    SELECT ${id}, ${runId}, ${stepKey}, ${digest}, ${promptHash}, ${askedSealed}::bytea, ${answerSealed}::bytea FROM gate`;
}

export function findModelCall(tx: Transaction, search: { id: string; runId: string }): Promise<ModelCallRow | null> {
  return tx.modelCall.findUnique({ where: search });
}
