import { describe, expect, test } from 'vitest';
import { runsNamedIn } from '#activities/refuse-strangers.ts';

const step = (id: string, runId = id) => ({
  run: { id, process: 'p', execution: 1 },
  address: { runId, name: 'send', round: 0, item: '1' },
});

describe('the runs that an activity is asked to act for', () => {
  test.for([
    { where: 'a step', input: { step: step('mine', 'other') }, runs: ['mine', 'other'] },
    { where: 'a run', input: { run: { id: 'mine' } }, runs: ['mine'] },
    {
      where: 'a run beside a step',
      input: { step: step('mine'), run: { id: 'other' } },
      runs: ['other', 'mine', 'mine'],
    },
    {
      where: 'what is logged',
      input: { run: { id: 'mine' }, log: { step: step('other') } },
      runs: ['mine', 'other', 'other'],
    },
    { where: 'nowhere', input: {}, runs: [] },
  ])('are found in $where', ({ input, runs }) => {
    expect(runsNamedIn(input)).toEqual(runs);
  });
});
