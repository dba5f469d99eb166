import { describe, expect, test } from 'vitest';
import { Snapshot } from '#contracts/snapshot.ts';
import { endOfSpan } from '#governance/approvals/times.ts';
import { loadRegistry } from '#governance/registry/index.ts';
import { copyRegistry, mistakesOf, registryFolder } from './registry-copy.ts';

const file = 'processes/answer-order-status.yaml';
const pin = (folder = registryFolder) =>
  loadRegistry(folder).snapshotFor('answer-order-status', { available: new Set(['rehearsal-1']) }).snapshot;

/** The registry in which questions are as written. */
function withQuestions(lines: string): string {
  return copyRegistry({ [file]: (text) => text.replace(/^questions:\n(?: {2}.*\n)*/m, lines) });
}

describe('what holds for questions', () => {
  test('is pinned with the run, in business time by its calendar', () => {
    const { questions, calendars } = pin();
    expect(questions).toEqual({ most: 3, calendar: 'office', answerWithin: { kind: 'businessDays', days: 3 } });
    // Asked on a Friday at noon: three business days end on Wednesday.
    const end = endOfSpan(questions.answerWithin, {
      openedAt: new Date('2026-11-27T12:00:00Z'),
      calendar: calendars.office,
    });
    expect(end).toEqual(new Date('2026-12-02T12:00:00Z'));
  });

  test('brings its calendar along where no point names one', () => {
    const folder = copyRegistry({ [file]: (text) => text.replace(/^approvals:\n(?: {2}.*\n)*/m, '') });
    expect(Object.keys(pin(folder).calendars)).toEqual(['office']);
  });

  test.for([
    ['a registry that says nothing', pin(withQuestions(''))],
    ['a run that was started before there was a word about questions', { ...pin(), questions: undefined }],
  ] as const)('is what is usual for %s', ([, snapshot]) => {
    expect(Snapshot.parse(snapshot).questions).toEqual({
      most: 3,
      answerWithin: { kind: 'elapsed', ms: 3 * 24 * 3_600_000 },
    });
  });

  test.for([
    [
      'questions:\n  answerWithin: 3 business days\n',
      /questions\.calendar: is missing, and times here are business time/,
    ],
    ['questions:\n  answerWithin: 3 days\n  calendar: home\n', /questions\.calendar: calendar 'home' is unknown/],
    ['questions:\n  answerWithin: soon\n', /questions\.answerWithin: 'soon' is not a duration/],
    ['questions:\n  answerWithin: 3 days\n  most: -1\n', /questions\.most/],
    ['questions:\n  most: 2\n', /questions\.answerWithin: is missing/],
  ] as const)('is checked at load: %j', ([lines, expected]) => {
    expect(mistakesOf(() => loadRegistry(withQuestions(lines)))).toContainEqual(expect.stringMatching(expected));
  });
});
