import { describe, expect, test } from 'vitest';
import { stepKey } from '#contracts/step.ts';
import { createStepCounter } from '#workflows/steps/step-counter.ts';

const run = { id: 'run_1', process: 'answer-order-status', execution: 1, rounds: [] };

function keysOf(rounds: { from: string; round: number }[], names: string[]): string[] {
  const step = createStepCounter({ ...run, rounds });
  return names.map((name) => stepKey(step(name).address));
}

describe('the key of a step', () => {
  test('is made of run, name, round and item', () => {
    const step = createStepCounter(run);
    expect(stepKey(step('draft', '2').address)).toBe('run_1/draft/0/2');
    expect(stepKey(step('classify').address)).toBe('run_1/classify/0/1');
  });

  test('says which execution of the run the step belongs to', () => {
    const step = createStepCounter({ ...run, execution: 3 });
    expect(step('draft').run).toEqual({ id: 'run_1', process: 'answer-order-status', execution: 3 });
  });

  test('is taken once in an execution: the second time is a mistake in the process', () => {
    const step = createStepCounter(run);
    step('draft', '1');
    step('draft', '2');
    expect(() => step('draft', '1')).toThrow('The step draft with item 1 runs twice in one execution');
    expect(() => step('draft', '2')).toThrow(expect.objectContaining({ type: 'step-key-reused', nonRetryable: true }));
  });
});

describe('a retry from a step', () => {
  test('puts the step and what follows into a new round, and leaves what comes before in its own', () => {
    const keys = keysOf([{ from: 'draft', round: 1 }], ['lookUpOrder', 'draft', 'approve', 'send']);
    expect(keys).toEqual(['run_1/lookUpOrder/0/1', 'run_1/draft/1/1', 'run_1/approve/1/1', 'run_1/send/1/1']);
  });

  test('after a retry from an earlier step goes on counting from it', () => {
    const rounds = [
      { from: 'draft', round: 1 },
      { from: 'send', round: 2 },
    ];
    expect(keysOf(rounds, ['lookUpOrder', 'draft', 'approve', 'send', 'logReply'])).toEqual([
      'run_1/lookUpOrder/0/1',
      'run_1/draft/1/1',
      'run_1/approve/1/1',
      'run_1/send/2/1',
      'run_1/logReply/2/1',
    ]);
  });

  test('before one from a later step takes that one in', () => {
    const rounds = [
      { from: 'send', round: 1 },
      { from: 'draft', round: 2 },
    ];
    expect(keysOf(rounds, ['draft', 'approve', 'send'])).toEqual([
      'run_1/draft/2/1',
      'run_1/approve/2/1',
      'run_1/send/2/1',
    ]);
  });

  test('from a step that this execution never reaches changes nothing', () => {
    expect(keysOf([{ from: 'classify', round: 1 }], ['draft'])).toEqual(['run_1/draft/0/1']);
  });
});
