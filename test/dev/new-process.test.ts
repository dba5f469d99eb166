import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryRoot } from '#platform/config/index.ts';

const typed = (...words: string[]) =>
  spawnSync(process.execPath, [join(repositoryRoot, 'dev/new-process/main.ts'), ...words], { encoding: 'utf8' });

test.each([
  [['new', 'thing', 'x'], "unknown command 'thing'"],
  [['new', 'process'], "missing required argument 'name'"],
  [['new', 'process', 'Not_A_Name'], 'cannot be the name of a process'],
])('%j writes nothing, says why, and ends as wrong use does everywhere', (words, why) => {
  expect(typed(...words)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(why) });
});

test('its help ends as what was wanted', () => {
  expect(typed('new', '--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('process') });
});
