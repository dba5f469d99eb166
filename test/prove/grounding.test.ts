import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sha256Hex } from '#platform/canonical/digest.ts';
import { repositoryRoot } from '#platform/config/repository-root.ts';
import { campaignOf } from './campaign.ts';
import { Draft } from './drafts/draft.ts';
import { makeDrafts } from './drafts/make-drafts.ts';
import { type Score, scoreDrafts } from './drafts/score.ts';

const { seed, times } = campaignOf({ times: 60 });
const folder = join(repositoryRoot, 'registry/evals/grounding');

test(`${times} wrong drafts are held and ${times} right ones are not (seed ${seed})`, {
  timeout: 60_000 + times * 200,
}, () => {
  const score = scoreDrafts(makeDrafts(seed, times));
  tell('generated', score);
  expect(score.wrongHeld / score.wrong).toBeGreaterThanOrEqual(0.99);
  expect(score.markedRight / score.wrong).toBeGreaterThanOrEqual(0.99);
  expect(score.rightHeld / score.right).toBeLessThanOrEqual(0.03);
});

/** What the rules reach on drafts that they were written after; none of it may get worse. */
const reached = [
  { half: 'development', wrongHeld: 188, rightHeld: 3 },
  { half: 'development-apart', wrongHeld: 399, rightHeld: 0 },
  { half: 'development-apart-2', wrongHeld: 355, rightHeld: 0 },
  { half: 'development-apart-3', wrongHeld: 345, rightHeld: 0 },
] as const;

test.each(reached)(
  'drafts that have been read are held as they should be ($half)',
  {
    timeout: 60_000,
  },
  ({ half, wrongHeld, rightHeld }) => {
    const score = scoreDrafts(readDrafts(half));
    tell(half, score);
    expect(score.wrongHeld).toBeGreaterThanOrEqual(wrongHeld);
    expect(score.rightHeld).toBeLessThanOrEqual(rightHeld);
  },
);

test('drafts written apart are the very bytes that were frozen, and are held no worse than they were', {
  timeout: 60_000,
}, () => {
  expect(sha256Hex(readFileSync(join(folder, 'held-out.jsonl')))).toBe(
    readFileSync(join(folder, 'held-out.sha256'), 'utf8').trim(),
  );
  const score = scoreDrafts(readDrafts('held-out'));
  tell('held-out', score);
  expect(score.wrongHeld).toBeGreaterThanOrEqual(340);
  expect(score.rightHeld).toBeLessThanOrEqual(50);
});

function readDrafts(half: (typeof reached)[number]['half'] | 'held-out'): Draft[] {
  const lines = readFileSync(join(folder, `${half}.jsonl`), 'utf8')
    .trimEnd()
    .split('\n');
  return lines.map((line) => Draft.parse(JSON.parse(line)));
}

function tell(half: string, { wrong, wrongHeld, markedRight, right, rightHeld, kinds, p95Ms }: Score): void {
  const ofKinds = kinds.map(({ kind, held, of }) => `${kind} ${held}/${of}`).join(', ');
  console.info(
    `grounding, ${half}: wrong drafts held ${wrongHeld} of ${wrong} (${ofKinds}), marked at the place ${markedRight}; right drafts held ${rightHeld} of ${right}; p95 ${p95Ms.toFixed(1)} ms`,
  );
}
