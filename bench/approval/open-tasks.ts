import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { within } from '#platform/lifecycle/within.ts';
import type { Contender, OpenTask } from '../contender.ts';
import type { Continuations } from './continuations.ts';

const longestMs = 3_600_000;
/** Accepted and not yet waiting; more would only queue. */
const mostUnderWay = 100;
const batch = 25;
const everyMs = 100;

/** Starts runs until so many wait for a person, and nothing else is left to do. */
export async function openTasks(
  { contender, pool }: { contender: Contender; pool: pg.Pool },
  { first, count }: { first: number; count: number },
): Promise<void> {
  const fill = async () => {
    let accepted = 0;
    for (let waiting = 0; waiting < count; waiting = await countOpen(pool)) {
      const room = Math.min(batch, count - accepted, mostUnderWay - (accepted - waiting));
      if (room > 0) await Promise.all(Array.from({ length: room }, () => contender.start(first + accepted++)));
      else await pause(everyMs);
    }
  };
  await within(longestMs, `${count} tasks to be open`, fill());
}

/** Some of all that wait, one after the other: how long each takes to go on. */
export async function wakeSome(
  { pool, continuations }: { pool: pg.Pool; continuations: Continuations },
  count: number,
): Promise<readonly number[]> {
  const text = `select id, run_id as "runId", digest from approval where state = 'open' order by random() limit $1`;
  const { rows } = await pool.query<OpenTask>(text, [count]);
  const times: number[] = [];
  for (const task of rows) {
    await continuations.decide(task);
    times.push(...(await continuations.collect()));
  }
  return times;
}

async function countOpen(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query("select count(*)::int as open from approval where state = 'open'");
  return rows[0].open;
}
