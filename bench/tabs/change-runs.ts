import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';

/** Writes what working runs write to the ledger, at an even pace. */
export async function changeRuns(
  owner: pg.Client,
  { runs, seconds, perSecond }: { runs: readonly string[]; seconds: number; perSecond: number },
): Promise<void> {
  const begun = performance.now();
  for (let count = 0; count < seconds * perSecond; count += 1) {
    await pause(Math.max(0, begun + (count * 1_000) / perSecond - performance.now()));
    const run = runs[count % runs.length];
    const body = JSON.stringify(count % 5 === 0 ? { approval: `apr_${run?.slice(4)}` } : {});
    await owner.query(
      `INSERT INTO ledger (kind, run_id, actor, body, mac) VALUES ('effect-done', $1, 'bench', $2, '')`,
      [run, body],
    );
  }
}
