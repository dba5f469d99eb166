import pg from 'pg';
import { openBaton, prepareBaton } from '../baton.ts';
import { createBench } from '../create-bench.ts';
import { type Ground, openGround } from '../ground.ts';
import { percentilesOf } from '../percentiles.ts';
import { runBlock } from '../run-block.ts';
import { startWatch } from '../watch.ts';
import { measureContinuations } from './continuations.ts';
import { readFootprint } from './footprint.ts';
import { runAtRate } from './half-load.ts';
import { openTasks, wakeSome } from './open-tasks.ts';
import { type ApprovalOptions, readOptions } from './options.ts';
import { formatTable } from './table.ts';

const warmUps = 20;
const mostWoken = 100;

/** How soon a run goes on after a decision, and what many that wait for one cost. */
export const runApproval = createBench({
  readOptions,
  measure: async (lifecycle, options) => measure(await openGround(lifecycle, {}), options),
});

async function measure(ground: Ground, { runs, atOnce, tasks }: ApprovalOptions): Promise<string> {
  const prepared = await prepareBaton(ground);
  const contender = await openBaton(ground, prepared);
  const watch = startWatch(contender);
  const pool = new pg.Pool({ connectionString: prepared.databaseUrl, max: 4 });
  const continuations = measureContinuations(contender, pool);
  const { pids } = ground;
  const warm = Math.min(warmUps, runs);
  await runBlock(contender, watch, { first: 0, count: warm, atOnce, pids });
  const { seconds } = await runBlock(contender, watch, { first: warm, count: runs, atOnce, pids });
  const perSecond = runs / seconds;
  console.error(`maximum: ${runs} runs in ${seconds.toFixed(1)} s`);
  const first = warm + runs;
  const halfLoad = await runAtRate(
    { contender, watch, continuations },
    { first, count: runs, perSecond: perSecond / 2 },
  );
  const before = await readFootprint(ground, contender);
  await openTasks({ contender, pool }, { first: first + runs, count: tasks });
  const after = await readFootprint(ground, contender);
  console.error(`${tasks} runs wait for a person`);
  const woken = await wakeSome({ pool, continuations }, Math.min(mostWoken, tasks));
  await watch.stop();
  await pool.end();
  await contender.close();
  const figures = { perSecond, halfLoad: percentilesOf(halfLoad), woken: percentilesOf(woken) };
  return formatTable({ ...figures, tasks, before, after });
}
