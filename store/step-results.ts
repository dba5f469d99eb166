import type { StepAddress } from '#contracts/step.ts';
import { stepKey } from '#contracts/step.ts';
import { query, type Transaction } from '#platform/database/client.ts';
import { Prisma, type StepResult } from '#prisma/client/client.ts';
import { columnsOf } from './columns.ts';
import type { Write } from './write-together.ts';

export type StepResultRow = StepResult;

const columns = columnsOf(Prisma.StepResultScalarFieldEnum);
export type JsonObject = Prisma.InputJsonObject;

export interface NewStepResult {
  address: StepAddress;
  kind: string;
  digest: string;
  record: Prisma.InputJsonObject;
  resultSealed: Uint8Array<ArrayBuffer>;
  startedAt: Date;
}

export async function findStepResult(tx: Transaction, address: StepAddress): Promise<StepResultRow | null> {
  const search = Prisma.sql`SELECT ${columns} FROM step_result WHERE key = ${stepKey(address)}`;
  const [row] = await query<StepResultRow>(tx, search);
  return row ?? null;
}

/** Stores a finished step; a claim finds none where one is stored under the key. */
export function insertStepResult(result: NewStepResult): Write {
  return Prisma.sql`${insertion(result)} ON CONFLICT DO NOTHING RETURNING 1`;
}

/** Stores a finished step; what was stored for another question under the same key gives way, and so does another model's answer. */
export function putStepResult(result: NewStepResult): Write {
  return Prisma.sql`${insertion(result)}
    ON CONFLICT (key) DO UPDATE SET kind = excluded.kind, digest = excluded.digest, record = excluded.record,
      result_sealed = excluded.result_sealed, started_at = excluded.started_at, finished_at = excluded.finished_at
    WHERE step_result.digest <> excluded.digest
      OR step_result.record ->> 'model' IS DISTINCT FROM excluded.record ->> 'model'`;
}

function insertion({ address, kind, digest, record, resultSealed, startedAt }: NewStepResult): Prisma.Sql {
  const { runId, name, round, item } = address;
  return Prisma.sql`
    INSERT INTO step_result (key, run_id, name, round, item, kind, digest, record, result_sealed, started_at, finished_at)
    SELECT ${stepKey(address)}, ${runId}, ${name}, ${round}::int, ${item}, ${kind}, ${digest},
      ${JSON.stringify(record)}::jsonb, ${resultSealed}::bytea, ${startedAt}::timestamptz, clock_timestamp() FROM gate`;
}

/** The same effect, confirmed with the same digest in an earlier round, and not taken back since. */
export async function findConfirmedInEarlierRound(
  tx: Transaction,
  search: { address: StepAddress; digest: string },
): Promise<StepResultRow | null> {
  const { runId, name, item, round } = search.address;
  const [row] = await query<StepResultRow>(
    tx,
    Prisma.sql`
    SELECT ${columns} FROM step_result WHERE run_id = ${runId} AND name = ${name} AND item = ${item}
      AND round < ${round}::int AND digest = ${search.digest}
      AND NOT EXISTS (SELECT 1 FROM undone_step WHERE undone_step.key = step_result.key AND verdict = 'undone')
    ORDER BY round DESC LIMIT 1`,
  );
  return row ?? null;
}

export function listStepResults(tx: Transaction, runId: string): Promise<StepResultRow[]> {
  return tx.stepResult.findMany({ where: { runId }, orderBy: [{ finishedAt: 'asc' }, { key: 'asc' }] });
}
