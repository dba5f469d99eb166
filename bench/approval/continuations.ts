import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { Contender, OpenTask } from '../contender.ts';

/** From the API's answer to a decision until the run has written down its next effect. */
export interface Continuations {
  decide(task: OpenTask): Promise<void>;
  /** Waits until every run decided on since the last time has gone on; their times in milliseconds. */
  collect(): Promise<readonly number[]>;
}

const everyMs = 50;

/** Notices to colleagues are no effect of the decision. Both ends are told by the clock of this machine, on which the database runs too. */
export function measureContinuations(contender: Contender, pool: pg.Pool): Continuations {
  let answered = new Map<string, number>();
  return {
    decide: async (task) => {
      await contender.decide(task);
      answered.set(task.runId, Date.now());
    },
    collect: async () => {
      const since = answered;
      answered = new Map();
      for (;;) {
        const begun = await nextEffects(pool, [...since.keys()]);
        if (begun.size === since.size)
          return [...since].map(([runId, at]) => Math.max(0, (begun.get(runId) ?? Number.NaN) - at));
        await pause(everyMs);
      }
    },
  };
}

async function nextEffects(pool: pg.Pool, runIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const text = `select decided.run_id as "runId", min(extract(epoch from effect.at) * 1000)::float8 as at
    from ledger decided join ledger effect on effect.run_id = decided.run_id and effect.id > decided.id
    where decided.run_id = any($1) and decided.kind = 'decision-made' and effect.kind = 'effect-intended'
      and effect.body not like '%/notify/%'
    group by decided.run_id`;
  const { rows } = await pool.query<{ runId: string; at: number }>(text, [runIds]);
  return new Map(rows.map(({ runId, at }) => [runId, at]));
}
