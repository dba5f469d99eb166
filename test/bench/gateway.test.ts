import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { loadEnvironment, repositoryRoot } from '#platform/config/index.ts';

const run = promisify(execFile);
const bench = join(repositoryRoot, 'bench/run.ts');

const rows = ['the openai client alone', 'through the gateway', 'commits of the ledger', 'added without them', 'ratio'];

test('the gateway bench asks in both ways, and prints what the gateway adds with and without the commits', async () => {
  const { stdout } = await run(process.execPath, [bench, 'gateway', '--rounds', '5'], { env: loadEnvironment() });
  const figures = Object.fromEntries(rows.map((row) => [row, figuresOf(stdout, row)]));
  for (const row of rows) expect(figures[row], row).toHaveLength(3);
  const median = (row: string) => figures[row]?.[0] ?? Number.NaN;
  expect(median('commits of the ledger')).toBeGreaterThan(0);
  expect(median('through the gateway')).toBeGreaterThan(median('commits of the ledger'));
  expect(stdout).toMatch(/goal p50 3: (reached|missed)/);
}, 120_000);

function figuresOf(table: string, row: string): number[] {
  const found = new RegExp(`^  ${row} +(-?[\\d.]+) +(-?[\\d.]+) +(-?[\\d.]+)(?: |$)`, 'm').exec(table);
  return (found ?? []).slice(1).map(Number);
}
