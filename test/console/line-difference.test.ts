import { describe, expect, test } from 'vitest';
import { lineDifference } from '#console/registry/line-difference.ts';

describe('the difference of two texts', () => {
  test('keeps lines that stay together, and says of others what they were and are', () => {
    const passages = lineDifference(
      'one\ntwo\nthree words here\nfour\n',
      'one\ntwo\nthree new words here\nfour\nfive\n',
    );
    expect(passages).toEqual([
      { kind: 'same', lines: ['one', 'two'] },
      {
        kind: 'changed',
        before: expect.arrayContaining([{ kind: 'same', text: expect.stringContaining('three') }]),
        after: expect.arrayContaining([{ kind: 'added', text: expect.stringContaining('new') }]),
      },
      { kind: 'same', lines: ['four'] },
      { kind: 'changed', before: [], after: [{ kind: 'added', text: 'five\n' }] },
    ]);
  });

  test('is nothing where both say the same', () => {
    expect(lineDifference('one\ntwo\n', 'one\ntwo\n')).toEqual([{ kind: 'same', lines: ['one', 'two'] }]);
  });
});
