import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { loadEnvironment, repositoryRoot } from '#platform/config/index.ts';

const run = promisify(execFile);
const bench = join(repositoryRoot, 'bench/run.ts');

test('the bench of budgets asks without them, with those of runs, and with days that all calls share', async () => {
  const { stdout } = await run(process.execPath, [bench, 'budgets', '--rounds', '10'], { env: loadEnvironment() });
  for (const row of ['no budget', 'budgets of runs', 'all, days shared'])
    for (const width of [1, 10, 40])
      expect(stdout).toMatch(new RegExp(`^${row} +${width} at once +[\\d.]+ +[\\d.]+ +[1-9]\\d* calls a second$`, 'm'));
}, 120_000);
