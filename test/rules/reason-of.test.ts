import { expect, test } from 'vitest';
import { AppError } from '#contracts/errors.ts';
import { reasonOf } from '#platform/log/reason-of.ts';

test('the log names the code of an error that is planned for, and nothing it says', () => {
  expect(reasonOf(new AppError('mail-unavailable', 'mara@example.org was refused'))).toBe('mail-unavailable');
});

test('of any other it has name, code and place, but none of the words, however many lines they have', () => {
  const error = Object.assign(new TypeError('550 <mara@example.org>\n    at mara@example.org:1:2 is unknown'), {
    code: 'EENVELOPE',
  });
  const reason = reasonOf(error);
  expect(reason).toMatch(/^TypeError EENVELOPE at \S+reason-of\.test\.ts:\d+:\d+$/);
  expect(reason).not.toContain('mara');
});

test('names and codes that are no single words are left out', () => {
  const error = Object.assign(new Error('no'), { name: 'Mara Smith', code: 'to mara@example.org' });
  expect(reasonOf(error)).toMatch(/^Error at /);
  expect(reasonOf('mara@example.org')).toBe('unexpected');
});
