import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseDocuments, readSet, scoreDocuments } from '#governance/redaction/evaluation/index.ts';

function aLine(text: string): string {
  return JSON.stringify({ id: 't-1', template: 't', form: 'mail', locale: 'en-GB', parties: [], text });
}

describe('a score', () => {
  test('counts what is caught, left and needless, and the documents that leak', () => {
    const lines = [aLine('Mail ⟦email:a@x.example⟧.'), aLine('Mail b@x.example, pay ⟦card:not a card⟧.')];
    const { groups, leaking, misses } = scoreDocuments(parseDocuments(lines.join('\n')));
    expect(groups.find(({ group }) => group === 'email')).toMatchObject({
      recall: { hits: 1, of: 1 },
      precision: { hits: 1, of: 2 },
    });
    expect(leaking).toMatchObject({ hits: 1, of: 2, share: 0.5 });
    expect(misses.map(({ kind, text }) => `${kind} ${text}`)).toEqual(['left not a card', 'needless b@x.example']);
  });

  test('calls a mark left when a single letter of it can be read', () => {
    const [group] = scoreDocuments(parseDocuments(aLine('⟦email:x a@x.example⟧'))).groups;
    expect(group).toMatchObject({ recall: { hits: 0, of: 1 } });
  });

  test('looks at a mark that goes on over a line break', () => {
    const { leaking } = scoreDocuments(parseDocuments(aLine('Pay ⟦card:4111 1111\n1111 1111⟧.')));
    expect(leaking).toMatchObject({ hits: 0, of: 1 });
  });

  test('has intervals by Wilson', () => {
    const { leaking } = scoreDocuments(parseDocuments(Array.from({ length: 10 }, () => aLine('nothing')).join('\n')));
    expect(leaking.low).toBe(0);
    expect(leaking.high).toBeCloseTo(0.2775, 3);
  });
});

test.each(['no JSON', aLine('⟦email:a⟦b⟧'), aLine('⟦colour:red⟧')])(
  'a line that is no document is named: %s',
  (line) => {
    expect(() => parseDocuments(`${aLine('fine')}\n${line}`)).toThrow(/^line 2: /);
  },
);

describe('the held-out set', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'baton-redaction-'));
    await cp('registry/evals', join(folder, 'evals'), { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true }));

  test('is read as long as it is what was frozen', async () => {
    expect(await readSet(folder, 'held-out')).toMatchObject({ kind: 'read' });
  });

  test('is refused after a single byte more', async () => {
    await appendFile(join(folder, 'evals/redaction/held-out.jsonl'), '\n');
    expect(await readSet(folder, 'held-out')).toMatchObject({
      kind: 'refused',
      why: expect.stringContaining('not what was frozen'),
    });
  });
});
