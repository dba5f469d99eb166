import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { loadEnvironment, repositoryRoot } from '#platform/config/index.ts';

const run = promisify(execFile);
const bench = join(repositoryRoot, 'bench/run.ts');

const rows = [
  'registry',
  'policy',
  'redaction',
  'other stages',
  'seals and ledger',
  'statements and the rest',
  'added in all',
  'with nothing around it',
  'under the guard',
  'ratio',
];

test('the guard bench does each effect in both ways and prints what each stage adds', async () => {
  const { stdout } = await run(process.execPath, [bench, 'guard', '--rounds', '5'], { env: loadEnvironment() });
  const tables = new Map(stdout.split('\n\n').map((table) => [table.split(' ', 1)[0], table]));
  for (const effect of ['callModel', 'sendOut', 'writeRecord', 'readRecord']) {
    for (const row of rows) expect(figuresOf(tables.get(effect), row), `${effect}: ${row}`).toHaveLength(3);
    const [policy = 0] = figuresOf(tables.get(effect), 'policy');
    expect(policy, `${effect}: a verdict that was remembered`).toBeGreaterThan(0.03);
  }
  const [redaction = 0] = figuresOf(tables.get('callModel'), 'redaction');
  expect(redaction).toBeGreaterThan(0.5);
}, 120_000);

function figuresOf(table = '', row: string): number[] {
  const found = new RegExp(`^  ${row} +(-?[\\d.]+) +(-?[\\d.]+) +(-?[\\d.]+)(?: |$)`, 'm').exec(table);
  return (found ?? []).slice(1).map(Number);
}

test('options that mean nothing to the guard bench end in one sentence and exit code 2', async () => {
  const refused = await run(process.execPath, [bench, 'guard', '--rounds', 'many']).catch(
    (error: { code: number; stderr: string }) => error,
  );
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('--rounds 300') });
});
