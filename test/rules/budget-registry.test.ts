import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { loadRegistry } from '#governance/registry/index.ts';
import { copyRegistry, type RegistryEdit } from '#test/stack/registry-copy.ts';

/** What is said of a registry with these edits. */
async function mistakes(edits: readonly RegistryEdit[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'baton-budgets-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  try {
    loadRegistry(copyRegistry(folder, { edits }));
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

const inDay = (path: string, value: unknown) => ({ file: 'budgets/day.yaml', path: [path], value });
const inRun = (path: string, value: unknown) => ({ file: 'budgets/run.yaml', path: [path], value });

describe('a budget in the registry', () => {
  test('as it comes has no mistake', async () => {
    expect(await mistakes([])).toBe('');
  });

  test.each<[string, RegistryEdit, RegExp]>([
    ['an unknown field', inDay('most', 1), /budgets\/day\.yaml:\d+ most: is not a field known here/],
    ['nothing that it limits', inRun('tokens', null), /budgets\/run\.yaml:\d+ tokens: .*write 'tokens: 1000000'/],
    ['another scope', inDay('per', 'week'), /budgets\/day\.yaml:\d+ per: .*correct "week"/],
    ['days of no calendar', inDay('calendar', undefined), /budgets\/day\.yaml:\d+ calendar: .*write 'calendar: /],
    ['an unknown calendar', inDay('calendar', 'moon'), /budgets\/day\.yaml:\d+ calendar: 'moon' is unknown; add it as/],
    ['a calendar that counts nothing', inRun('calendar', 'office'), /budgets\/run\.yaml:\d+ calendar: .*remove it/],
    [
      'an unknown process',
      inDay('processes', ['mow']),
      /budgets\/day\.yaml:\d+ processes\.0: process 'mow' is unknown/,
    ],
    ['a cheaper one without money', inRun('atLimit', 'cheaper-candidate'), /atLimit: .*write 'atLimit: pause'/],
    ['a negative amount', inDay('money', { currency: 'USD', amount: -1 }), /budgets\/day\.yaml:\d+ money\.amount/],
    ['an owner who is nobody', inDay('owner', 'nobody'), /budgets\/day\.yaml:\d+ owner: 'nobody' is nobody/],
    ['no answer to an unknown price', inDay('unknownPrice', 'zero'), /budgets\/day\.yaml:\d+ unknownPrice: /],
  ])('with %s is refused by file, line and field, with what to write', async (_, edit, said) => {
    expect(await mistakes([edit])).toMatch(said);
  });
});
