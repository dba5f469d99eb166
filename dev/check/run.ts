import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { allChecks } from './all-checks.ts';
import type { Check } from './check.ts';

const root = join(import.meta.dirname, '..', '..');
const atOnce = 2;

/** Runs the checks whose names hold the given words, all of them when none are given. */
async function main(words: readonly string[]): Promise<number> {
  const chosen = allChecks.filter(({ name }) => words.length === 0 || words.some((word) => name.includes(word)));
  if (chosen.length === 0) {
    console.error(
      `No check is called ${words.join(' or ')}. There are: ${allChecks.map(({ name }) => name).join(', ')}`,
    );
    return 2;
  }
  const start = performance.now();
  const waiting = [...chosen];
  const failed: string[] = [];
  const lane = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      if (!(await passes(check))) failed.push(check.name);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  const verdict = failed.length === 0 ? 'all passed' : `failed: ${failed.join(', ')}`;
  console.log(`${chosen.length} checks in ${seconds(start)}, ${verdict}`);
  return failed.length === 0 ? 0 : 1;
}

async function passes(check: Check): Promise<boolean> {
  const start = performance.now();
  const problems = await check.run(root).catch((error: unknown) => [`could not run: ${String(error)}`]);
  const passed = problems.length === 0;
  console.log(`${passed ? 'ok    ' : 'FAILED'} ${check.name.padEnd(24)} ${seconds(start).padStart(7)}`);
  if (!passed) console.log(`${setIn(problems)}\n    -> ${check.remedy}`);
  const warnings = passed && check.warn ? await check.warn(root) : [];
  if (warnings.length > 0) console.log(setIn(warnings.map((line) => `soon: ${line}`)));
  return passed;
}

function setIn(lines: readonly string[]): string {
  return lines.join('\n').replace(/^/gm, '    ');
}

function seconds(start: number): string {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}

process.exitCode = await main(process.argv.slice(2));
