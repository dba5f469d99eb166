import type { StepAddress } from '#contracts/step.ts';
import { stepKey } from '#contracts/step.ts';
import { resultPlace } from '#governance/runs/places.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { Transaction } from '#platform/database/client.ts';
import {
  findConfirmedInEarlierRound,
  findStepResult,
  type JsonObject,
  putStepResult,
  type StepResultRow,
} from '#store/step-results.ts';

export interface FinishedStep {
  address: StepAddress;
  kind: string;
  digest: string;
  /** What the timeline shows: ids, names, figures, no personal data. */
  record: Readonly<Record<string, unknown>>;
  result: unknown;
  startedAt: Date;
}

/** What finished steps answered, kept sealed under their run's key. */
export interface Steps {
  /** The stored result of exactly this step asked exactly this, if it finished before. */
  find(
    tx: Transaction,
    search: { address: StepAddress; digest?: string },
  ): Promise<{ row: StepResultRow; result: unknown } | undefined>;
  /** The result of the same effect with the same digest, confirmed in an earlier round. */
  findInEarlierRound(
    tx: Transaction,
    search: { address: StepAddress; digest: string },
  ): Promise<{ key: string; result: unknown } | undefined>;
  save(tx: Transaction, step: FinishedStep): Promise<void>;
}

export function createSteps(parts: { seals: Seals }): Steps {
  return {
    find: async (tx, search) => {
      const row = await findStepResult(tx, search.address);
      if (!row || (search.digest !== undefined && row.digest !== search.digest)) return undefined;
      const opened = await parts.seals.open(row.resultSealed, resultPlace(row.key));
      return opened.kind === 'content' ? { row, result: opened.value } : undefined;
    },
    findInEarlierRound: async (tx, search) => {
      const row = await findConfirmedInEarlierRound(tx, search);
      if (!row) return undefined;
      const opened = await parts.seals.open(row.resultSealed, resultPlace(row.key));
      return opened.kind === 'content' ? { key: row.key, result: opened.value } : undefined;
    },
    save: async (tx, step) => {
      const { result, ...rest } = step;
      const resultSealed = await parts.seals.seal(step.address.runId, result, resultPlace(stepKey(step.address)));
      await putStepResult(tx, { ...rest, record: toJsonObject(step.record), resultSealed });
    },
  };
}

/** A record as PostgreSQL keeps it: fields without a value are left out. */
function toJsonObject(record: Readonly<Record<string, unknown>>): JsonObject {
  return JSON.parse(JSON.stringify(record)) as JsonObject;
}
