import type { StepAddress } from '#contracts/step.ts';
import { stepKey } from '#contracts/step.ts';
import type { Transaction } from '#platform/database/client.ts';
import type { Prisma, StepResult } from '#prisma/client/client.ts';

export type StepResultRow = StepResult;
export type JsonObject = Prisma.InputJsonObject;

export interface NewStepResult {
  address: StepAddress;
  kind: string;
  digest: string;
  record: Prisma.InputJsonObject;
  resultSealed: Uint8Array<ArrayBuffer>;
  startedAt: Date;
}

export function findStepResult(tx: Transaction, address: StepAddress): Promise<StepResultRow | null> {
  return tx.stepResult.findUnique({ where: { key: stepKey(address) } });
}

/** Stores a finished step; what was stored for another question under the same key gives way. */
export async function putStepResult(tx: Transaction, result: NewStepResult): Promise<void> {
  const { address, kind, digest, record, resultSealed, startedAt } = result;
  const { runId, name, round, item } = address;
  await tx.$executeRaw`
    INSERT INTO step_result (key, run_id, name, round, item, kind, digest, record, result_sealed, started_at, finished_at)
    VALUES (${stepKey(address)}, ${runId}, ${name}, ${round}, ${item}, ${kind}, ${digest},
      ${JSON.stringify(record)}::jsonb, ${resultSealed}, ${startedAt}, clock_timestamp())
    ON CONFLICT (key) DO UPDATE SET kind = excluded.kind, digest = excluded.digest, record = excluded.record,
      result_sealed = excluded.result_sealed, started_at = excluded.started_at, finished_at = excluded.finished_at
    WHERE step_result.digest <> excluded.digest`;
}

/** The same effect, confirmed with the same digest in an earlier round. */
export function findConfirmedInEarlierRound(
  tx: Transaction,
  search: { address: StepAddress; digest: string },
): Promise<StepResultRow | null> {
  const { runId, name, item, round } = search.address;
  return tx.stepResult.findFirst({
    where: { runId, name, item, round: { lt: round }, digest: search.digest },
    orderBy: { round: 'desc' },
  });
}

export function listStepResults(tx: Transaction, runId: string): Promise<StepResultRow[]> {
  return tx.stepResult.findMany({ where: { runId }, orderBy: [{ finishedAt: 'asc' }, { key: 'asc' }] });
}
