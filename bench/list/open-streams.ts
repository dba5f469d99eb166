import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { cpuSecondsOf } from '../cpu-seconds.ts';

export interface StreamCost {
  streams: number;
  /** Core-seconds of the API a minute: without a stream, while nothing changes, and while runs are at work. */
  without: number;
  quiet: number;
  busy: number;
  changesPerSecond: number;
  /** What the streams were told while runs were at work, all together. */
  told: number;
}

const streams = 10;
const changesPerSecond = 20;
const event = /^data: /gm;

/** What open pages cost the API: ten streams of five people, for so many seconds each way. */
export async function measureStreams(
  { url, pid, owner }: { url: string; pid: number; owner: pg.Client },
  seconds: number,
): Promise<StreamCost> {
  const without = await coreSecondsAMinute(pid, () => pause(seconds * 1_000));
  const stopping = new AbortController();
  let told = 0;
  const people = ['ada', 'oz', 'sam', 'lee', 'cora'];
  for (let index = 0; index < streams; index += 1) {
    const headers = { authorization: `Bearer dev-${people[index % people.length]}` };
    const answer = await fetch(`${url}/api/events`, { headers, signal: stopping.signal });
    void readAll(answer, (text) => {
      told += text.match(event)?.length ?? 0;
    });
  }
  const quiet = await coreSecondsAMinute(pid, () => pause(seconds * 1_000));
  told = 0;
  const busy = await coreSecondsAMinute(pid, () => changeRuns(owner, seconds));
  stopping.abort();
  return { streams, without, quiet, busy, changesPerSecond, told };
}

async function readAll(answer: Response, take: (text: string) => void): Promise<void> {
  const decoder = new TextDecoder();
  try {
    for await (const part of answer.body ?? []) take(decoder.decode(part, { stream: true }));
  } catch {
    // The measurement is over.
  }
}

async function coreSecondsAMinute(pid: number, work: () => Promise<unknown>): Promise<number> {
  const [begun, before] = [performance.now(), cpuSecondsOf(pid)];
  await work();
  return ((cpuSecondsOf(pid) - before) / (performance.now() - begun)) * 60_000;
}

/** Writes what working runs write to the ledger, at an even pace. */
async function changeRuns(owner: pg.Client, seconds: number): Promise<void> {
  const { rows } = await owner.query<{ id: string }>(`SELECT id FROM run WHERE status <> 'closed' LIMIT 1000`);
  const begun = performance.now();
  for (let count = 0; count < seconds * changesPerSecond; count += 1) {
    await pause(Math.max(0, begun + (count * 1_000) / changesPerSecond - performance.now()));
    const run = rows[count % rows.length]?.id;
    const body = JSON.stringify(count % 5 === 0 ? { approval: `apr_${run?.slice(4)}` } : {});
    await owner.query(
      `INSERT INTO ledger (kind, run_id, actor, body, mac) VALUES ('effect-done', $1, 'bench', $2, '')`,
      [run, body],
    );
  }
}
