import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { openBrowser } from '#test/stack/open-browser.ts';
import { cpuSecondsOf } from '../cpu-seconds.ts';
import { createBench } from '../create-bench.ts';
import { openLists } from '../list/open-lists.ts';
import { changeRuns } from './change-runs.ts';
import { openTabs } from './open-tabs.ts';
import { readOptions } from './options.ts';
import { formatTable } from './table.ts';

const perSecond = [2, 20] as const;

/** What open tabs of the console cost the API: its own processor time, with none open, and while runs change or do not. */
export const runTabs = createBench({
  readOptions,
  measure: async (lifecycle, { seconds, ...options }) => {
    const { url, pid, owner } = await openLists(lifecycle, options);
    const runs = await openRuns(owner);
    const alone = await coreSecondsAMinute(pid, () => pause(seconds * 1_000));
    const tabs = await openTabs(await openBrowser(lifecycle), { url, runs });
    await pause(settleMs);
    const rows = [];
    for (const changes of [0, ...perSecond]) {
      tabs.takeAsked();
      const work = () =>
        changes === 0 ? pause(seconds * 1_000) : changeRuns(owner, { runs, seconds, perSecond: changes });
      const cost = await coreSecondsAMinute(pid, work);
      rows.push({ changes, cost, asked: (tabs.takeAsked() / seconds) * 60 });
    }
    return formatTable({ tabs: tabs.count, alone, rows });
  },
});

/** What pages ask for as they open is no cost of keeping them open. */
const settleMs = 5_000;

async function openRuns(owner: pg.Client): Promise<readonly string[]> {
  const { rows } = await owner.query<{ id: string }>(
    `SELECT id FROM run WHERE status <> 'closed' ORDER BY created_at DESC LIMIT 1000`,
  );
  return rows.map(({ id }) => id);
}

async function coreSecondsAMinute(pid: number, work: () => Promise<unknown>): Promise<number> {
  const [begun, before] = [performance.now(), cpuSecondsOf(pid)];
  await work();
  return ((cpuSecondsOf(pid) - before) / (performance.now() - begun)) * 60_000;
}
