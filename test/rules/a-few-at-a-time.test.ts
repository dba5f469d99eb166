import { describe, expect, test } from 'vitest';
import { aFewAtATime } from '#governance/evaluation/a-few-at-a-time.ts';

describe('cases asked a few at a time', () => {
  test('are never more than four at once, and are answered in their order', async () => {
    const open = new Set<number>();
    let most = 0;
    const answers = await aFewAtATime(
      Array.from({ length: 20 }, (_, index) => index),
      async (given) => {
        open.add(given);
        most = Math.max(most, open.size);
        for (let turns = 20 - given; turns > 0; turns -= 1) await Promise.resolve();
        open.delete(given);
        return given * 2;
      },
    );
    expect(most).toBe(4);
    expect(answers).toEqual(Array.from({ length: 20 }, (_, index) => index * 2));
  });

  test('are asked no further once one has failed', async () => {
    const asked: number[] = [];
    const all = aFewAtATime([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], async (given) => {
      asked.push(given);
      await Promise.resolve();
      if (given === 2) throw new Error('no answer');
    });
    await expect(all).rejects.toThrow('no answer');
    await new Promise(setImmediate);
    expect(asked.length).toBeLessThan(12);
  });
});
