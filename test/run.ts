import { join } from 'node:path';
import { createVitest, type TestModule, type TestRunResult, type Vitest } from 'vitest/node';

const root = join(import.meta.dirname, '..');
const graceInMs = 10_000;
/** One Ctrl-C arrives several times: from the terminal, from npm and from the bootstrap. */
const sameRequestInMs = 1_000;

interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** Runs the test files whose names hold one of the words, all of them without words, and answers the exit code. */
async function main(words: readonly string[]): Promise<number> {
  const vitest = await createVitest({ root, watch: false, run: true });
  const interrupted = onInterrupt(vitest);
  const result = await run(vitest, words);
  await vitest.close();
  const tally = count(result);
  await writeLine(closingLine(tally));
  if (interrupted()) return 130;
  return tally.failed === 0 && tally.passed > 0 ? 0 : 1;
}

async function run(vitest: Vitest, words: readonly string[]): Promise<TestRunResult> {
  try {
    return await vitest.start([...words]);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return { testModules: [], unhandledErrors: [] };
  }
}

/** The first Ctrl-C lets running tests end for a while, closes them, and takes down what they share; the second leaves. */
function onInterrupt(vitest: Vitest): () => boolean {
  let interruptedAt: number | undefined;
  const stop = () => {
    if (interruptedAt !== undefined && Date.now() - interruptedAt > sameRequestInMs) process.exit(130);
    if (interruptedAt !== undefined) return;
    interruptedAt = Date.now();
    console.error('Stopping: running tests may end first. Press Ctrl-C again to leave at once.');
    void vitest.cancelCurrentRun('keyboard-input');
    setTimeout(() => void vitest.close().finally(() => process.exit(130)), graceInMs).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    // The runner's own listeners leave within a millisecond and orphan what the global set-up started.
    process.removeAllListeners(signal);
    process.on(signal, stop);
  }
  return () => interruptedAt !== undefined;
}

function count({ testModules, unhandledErrors }: TestRunResult): Tally {
  const tally: Tally = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
  for (const module of testModules) addModule(tally, module);
  return tally;
}

/** A file that broke outside its tests, while loading or in a hook, counts as one failure. */
function addModule(tally: Tally, module: TestModule): void {
  const states = Array.from(module.children.allTests(), (test) => test.result().state);
  const of = (state: string) => states.filter((candidate) => candidate === state).length;
  const failed = of('failed');
  tally.passed += of('passed');
  tally.failed += failed === 0 && !module.ok() ? 1 : failed;
  tally.skipped += of('skipped') + of('pending');
}

function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
}

function writeLine(line: string): Promise<void> {
  return new Promise((resolve) => process.stdout.write(`${line}\n`, () => resolve()));
}

process.exit(await main(process.argv.slice(2)));
