import type { StepAddress } from '#contracts/step.ts';
import { stepKey } from '#contracts/step.ts';
import { resultPlace } from '#governance/runs/places.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { Transaction } from '#platform/database/client.ts';
import {
  findConfirmedInEarlierRound,
  findStepResult,
  insertStepResult,
  type JsonObject,
  type NewStepResult,
  putStepResult,
  type StepResultRow,
} from '#store/step-results.ts';
import type { Write } from '#store/write-together.ts';

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
  /** Stores the step; as a claim it finds no room where one is stored under its key. */
  first(step: FinishedStep): Promise<Write>;
  /** Stores the step; what was stored under its key for another question gives way. */
  latest(step: FinishedStep): Promise<Write>;
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
    first: async (step) => insertStepResult(await sealed(step)),
    latest: async (step) => putStepResult(await sealed(step)),
  };

  async function sealed({ result, record, ...step }: FinishedStep): Promise<NewStepResult> {
    const resultSealed = await parts.seals.seal(step.address.runId, result, resultPlace(stepKey(step.address)));
    return { ...step, record: toJsonObject(record), resultSealed };
  }
}

/** A record as PostgreSQL keeps it: fields without a value are left out. */
function toJsonObject(record: Readonly<Record<string, unknown>>): JsonObject {
  return JSON.parse(JSON.stringify(record)) as JsonObject;
}
