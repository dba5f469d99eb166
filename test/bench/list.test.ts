import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { loadEnvironment, repositoryRoot } from '#platform/config/index.ts';

const run = promisify(execFile);
const bench = join(repositoryRoot, 'bench/run.ts');

test('the list bench fills a database, asks for every list and prints how long each took', async () => {
  const { stdout } = await run(process.execPath, [bench, 'list', '--runs', '2000', '--asks', '3'], {
    env: loadEnvironment(),
  });
  expect(stdout).toMatch(/^2000 runs, [\d.]+ GiB/);
  const rows = [...stdout.matchAll(/^(\S.*?) {2,}(\d+) +([\d.]+) +([\d.]+) {2}(reached|missed)$/gm)];
  const items = new Map(rows.map(([, name, count]) => [name, Number(count)]));
  const found = [
    'runs, newest',
    'runs, process and status',
    'runs, overdue',
    'runs, failed',
    'runs, subject who writes often',
    'runs, wait for somebody (many)',
    'runs, q: order number',
    'runs, q: e-mail',
    'runs, q: words',
    'tasks, open by urgency',
    'tasks, mine (many)',
    'tasks, all',
  ];
  const [, read, drawn] =
    /^scrolled in a browser: (\d+) rows read, at most (\d+) of them drawn at once/m.exec(stdout) ?? [];
  expect(Number(read)).toBe(2_000);
  expect(Number(drawn)).toBeLessThan(100);
  for (const name of found) expect(items.get(name), name).toBeGreaterThan(0);
}, 120_000);

test('options that mean nothing to the list bench end in one sentence and exit code 2', async () => {
  const refused = await run(process.execPath, [bench, 'list', '--runs', 'many']).catch(
    (error: { code: number; stderr: string }) => error,
  );
  expect(refused).toMatchObject({ code: 2, stderr: expect.stringContaining('--runs 1000000') });
});
