import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Stretch, wordDifference } from '#console/parts/word-difference.ts';

const said = (stretches: readonly Stretch[]) => stretches.map(({ kind, text }) => [kind, text]);

test('words changed one after another read as one change', () => {
  expect(said(wordDifference('Thank you for your message.', 'Many thanks for writing to us.'))).toEqual([
    ['removed', 'Thank you'],
    ['added', 'Many thanks'],
    ['same', ' for '],
    ['removed', 'your message'],
    ['added', 'writing to us'],
    ['same', '.'],
  ]);
});

test('what is only added or only left out stands alone', () => {
  expect(said(wordDifference('due soon', 'due very soon'))).toEqual([
    ['same', 'due '],
    ['added', 'very '],
    ['same', 'soon'],
  ]);
  expect(wordDifference('as it was', 'as it was')).toEqual([{ kind: 'same', text: 'as it was' }]);
});

test('both texts can be read out of the difference, whatever they are', () => {
  const words = fc.array(fc.constantFrom('one', 'two', 'three', ' ', '  ', '\n', '\n\n', '.', 'é', '<b>'), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(words, words, (one, other) => {
      const [before, after] = [one.join(''), other.join('')];
      const stretches = wordDifference(before, after);
      const without = (kind: Stretch['kind']) => stretches.flatMap((each) => (each.kind === kind ? [] : each.text));
      expect([without('added').join(''), without('removed').join('')]).toEqual([before, after]);
    }),
    { numRuns: 500 },
  );
});
