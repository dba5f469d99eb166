import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, inject, test } from 'vitest';
import { loadEnvironment, repositoryRoot } from '#platform/config/index.ts';

const run = promisify(execFile);
const bench = join(repositoryRoot, 'bench/run.ts');

const rows = [
  'runs/s',
  'start to waiting, p50 ms',
  'start to waiting, p99 ms',
  'decision to done, p50 ms',
  'decision to done, p99 ms',
  'CPU of the worker, ms/run',
  'CPU of the Temporal server, ms/run',
  'CPU of the driver and API side, ms/run',
  'history events/run',
  'our PostgreSQL commits/run',
];

test('the overhead bench runs both contenders to the end and prints their figures side by side', async () => {
  const env = { ...loadEnvironment(), TEMPORAL_CLI: inject('ground').temporalExecutable };
  const { stdout } = await run(process.execPath, [bench, 'overhead', '--runs', '6', '--at-once', '3'], { env });
  for (const row of rows) expect(stdout).toMatch(new RegExp(`^${row}\\s+[\\d.]+\\s+[\\d.]+$`, 'm'));
  expect(stdout).toMatch(/^ratio \d+\.\d\d /m);
  const [, bare, baton] = /^history events\/run\s+([\d.]+)\s+([\d.]+)$/m.exec(stdout) ?? [];
  expect(Number(baton)).toBeLessThanOrEqual(28);
  expect(Number(baton)).toBeLessThan(Number(bare));
}, 120_000);

test('a bench that does not exist, and options that mean nothing, end in one sentence and exit code 2', async () => {
  const refused = (words: string[]) =>
    run(process.execPath, [bench, ...words]).catch((error: { code: number; stderr: string }) => error);
  await expect(refused(['nothing'])).resolves.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('there are: approval, budgets, gateway, guard, list'),
  });
  await expect(refused(['overhead', '--runs', 'many'])).resolves.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('--runs 500'),
  });
});
