import { connectTemporal } from '#platform/temporal/connection.ts';
import { openBaton, prepareBaton } from '../baton.ts';
import { countCommits } from '../commits.ts';
import type { Contender } from '../contender.ts';
import { createBench } from '../create-bench.ts';
import { type Ground, openGround } from '../ground.ts';
import { type Block, runBlock } from '../run-block.ts';
import { startWatch, type Watch } from '../watch.ts';
import { openBare } from './bare.ts';
import { eventsPerRun } from './history-length.ts';
import { type OverheadOptions, readOptions } from './options.ts';
import { summarise } from './summary.ts';
import { formatTable, type Measured } from './table.ts';

const blockSize = 100;
const warmUps = 20;

/** The same work on bare Temporal and on Baton with everything on, in turns on the same servers; prints both and their ratio. */
export const runOverhead = createBench({
  readOptions,
  measure: async (lifecycle, options) => measure(await openGround(lifecycle, options), options),
});

async function measure(ground: Ground, options: OverheadOptions): Promise<string> {
  const prepared = await prepareBaton(ground);
  const bare = openEntry(await openBare(ground, prepared.config));
  const baton = openEntry(await openBaton(ground, prepared));
  await inTurns([bare, baton], ground, options);
  return formatTable({ bare: await conclude(ground, bare), baton: await conclude(ground, baton) });
}

interface Entry {
  contender: Contender;
  watch: Watch;
  blocks: Block[];
  runs: number;
}

function openEntry(contender: Contender): Entry {
  return { contender, watch: startWatch(contender), blocks: [], runs: 0 };
}

/** Blocks alternate, and who goes first too, so that what slows down over time meets both. */
async function inTurns(entries: readonly Entry[], ground: Ground, { runs, atOnce }: OverheadOptions): Promise<void> {
  for (const entry of entries) await runNext(entry, ground, { count: Math.min(warmUps, runs), atOnce });
  for (const entry of entries) entry.blocks = [];
  let turn = 0;
  for (let left = runs; left > 0; left -= blockSize) {
    const order = turn++ % 2 === 0 ? entries : entries.toReversed();
    for (const entry of order) await runNext(entry, ground, { count: Math.min(blockSize, left), atOnce });
  }
}

async function runNext(entry: Entry, { pids }: Ground, size: { count: number; atOnce: number }): Promise<void> {
  const block = await runBlock(entry.contender, entry.watch, { ...size, first: entry.runs, pids });
  entry.runs += size.count;
  entry.blocks.push(block);
  const { name } = entry.contender;
  console.error(
    `${name}: ${size.count} runs in ${block.seconds.toFixed(1)} s (${(size.count / block.seconds).toFixed(1)}/s)`,
  );
}

async function conclude(ground: Ground, { contender, watch, blocks, runs }: Entry): Promise<Measured> {
  const connection = await connectTemporal({ address: ground.temporalAddress });
  const events = await eventsPerRun(
    connection,
    blocks.flatMap((block) => block.runs.map(({ id }) => id)),
  );
  await connection.close();
  await watch.stop();
  await contender.close();
  const commits = (await countCommits(ground.owner, contender.database)) - contender.commitsBefore - watch.questions();
  return { ...summarise(blocks), eventsPerRun: events, commitsPerRun: commits / runs };
}
