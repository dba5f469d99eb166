import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isAppError } from '#contracts/errors.ts';
import { type Accepted, fallsSince, readAccepted, writeAccepted } from '#governance/evaluation/accepted.ts';
import { readCaseFile } from '#governance/evaluation/cases/read-case-file.ts';
import { readLetterWords } from '#governance/evaluation/letters/read-letter-words.ts';
import { copyRegistry, registryFolder } from './registry-copy.ts';

const classification = 'evals/triage-enquiry/classify-enquiry';
const wanted = {
  prompt: 'triage-enquiry/classify-enquiry',
  half: 'development',
  answer: 'enquiry_classification',
} as const;

async function mistakeOf(reading: Promise<unknown>): Promise<string> {
  const error: unknown = await reading.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!isAppError(error)) throw new Error('It was read, or failed otherwise', { cause: error });
  expect(error.row.exit).toBe(2);
  return error.message;
}

describe('cases that cannot be used are named by file, case and field', () => {
  test.each([
    [
      'a label outside the schema',
      'category: complaint',
      'category: moaning',
      /case ce-d-001 expected\.category: .*"moaning"/,
    ],
    ['an unknown field', 'unsure: false', 'sure: true', /case ce-d-001 expected\.sure: is not a field known here/],
    ['a label that is not one', 'unsure: false', 'unsure: perhaps', /case ce-d-001 expected\.unsure/],
    ['two cases with one id', '- id: ce-d-002', '- id: ce-d-001', /two cases with the id ce-d-001/],
    [
      'cases of another prompt',
      'prompt: triage-enquiry/classify-enquiry',
      'prompt: triage-enquiry/x',
      /must be the prompt of its folder/,
    ],
    ['cases of the other half', 'half: development', 'half: held-out', /must be the half in its name/],
    ['what is no YAML', '  template: plain', '  template: [', /is not YAML that can be read/],
  ])('%s', async (_what, before, after, said) => {
    const folder = copyRegistry({ [`${classification}.development.yaml`]: (text) => text.replace(before, after) });
    const mistake = await mistakeOf(readCaseFile(folder, wanted));
    expect(mistake).toContain(`${classification}.development.yaml`);
    expect(mistake).toMatch(said);
  });

  test('a file that is not there', async () => {
    const folder = copyRegistry({ [`${classification}.development.yaml`]: undefined });
    expect(await mistakeOf(readCaseFile(folder, wanted))).toContain('There are no cases');
  });
});

describe('what was frozen is read as it was, or not at all', () => {
  test('held-out cases', async () => {
    const folder = copyRegistry({});
    const { cases } = await readCaseFile(folder, { ...wanted, half: 'held-out' });
    expect(cases.length).toBeGreaterThanOrEqual(40);
    appendFileSync(join(folder, `${classification}.held-out.yaml`), '\n');
    expect(await mistakeOf(readCaseFile(folder, { ...wanted, half: 'held-out' }))).toContain('not what was frozen');
  });

  test('words that letters are judged by', async () => {
    const folder = copyRegistry({ 'evals/letter-words.yaml': (text) => text.replace('- Parcelway', '- Parcelways') });
    expect(await mistakeOf(readLetterWords(folder))).toContain('not what was frozen');
  });
});

describe('what was accepted', () => {
  const before: Accepted = {
    prompt: 'p/q',
    version: 2,
    model: 'm',
    reports: 'm',
    half: 'held-out',
    right: 80,
    of: 100,
  };

  test.each([
    ['as good', 80, 0],
    ['worse within the margin', 77, 0],
    ['worse by more', 76, 1],
    ['better', 90, 0],
  ])('is a fall where a model is %s', (_how, right, falls) => {
    const results = { margin: 0.03, results: [before] };
    expect(fallsSince(results, [{ ...before, version: 3, right }])).toHaveLength(falls);
  });

  test('is that of the same model and half, and of the last version', () => {
    const older = { ...before, version: 1, right: 100 };
    const results = { margin: 0, results: [before, older] };
    const others = [
      { ...before, model: 'n', right: 1 },
      { ...before, half: 'development' as const, right: 1 },
    ];
    expect(fallsSince(results, [...others, before])).toEqual([]);
  });

  test('is written in the place of what was there, and nothing else is lost', async () => {
    const folder = copyRegistry({});
    writeFileSync(join(folder, 'evals/accepted.yaml'), 'margin: 0.05\nresults: []\n');
    const other = { ...before, model: 'n' };
    await writeAccepted(folder, [before, other]);
    await writeAccepted(folder, [{ ...before, right: 90 }]);
    expect(await readAccepted(folder)).toEqual({ margin: 0.05, results: [{ ...before, right: 90 }, other] });
    expect(readFileSync(join(folder, 'evals/accepted.yaml'), 'utf8')).toMatch(/^# How well models answered/);
  });

  test('is refused with more right than there were', async () => {
    const folder = copyRegistry({});
    writeFileSync(
      join(folder, 'evals/accepted.yaml'),
      'margin: 0.05\nresults:\n  - { prompt: p/q, version: 1, model: m, reports: m, half: held-out, right: 5, of: 4 }\n',
    );
    expect(await mistakeOf(readAccepted(folder))).toMatch(/accepted\.yaml:3 results\.0\.right/);
  });

  test('stands in the registry for the cases that are there', async () => {
    const { margin } = await readAccepted(registryFolder);
    expect(margin).toBeLessThanOrEqual(0.05);
  });
});
