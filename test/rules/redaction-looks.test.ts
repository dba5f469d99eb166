import { expect, test } from 'vitest';
import { createLooked, createRedact } from '#governance/redaction/index.ts';
import { matchesOf } from '#governance/redaction/matches-of.ts';
import { email } from '#governance/redaction/recognisers/email.ts';

test('a text that two ask about in one call is looked at once, and both are told the same', () => {
  const asked: string[] = [];
  const counted = {
    ...email,
    find: (text: string) => {
      asked.push(text);
      return email.find(text);
    },
  };
  const looked = createLooked();
  const text = 'Write to mara@example.org';
  const [first, second] = [1, 2].map(() => createRedact({}, { recognisers: [counted], looked })({ text }));
  expect(first).toMatchObject({ kind: 'redacted', text: 'Write to [EMAIL_1]' });
  expect(second).toEqual(first);
  expect(asked).toEqual([text]);
});

test('a look that failed is no answer: the next one fails too', () => {
  const failing = {
    ...email,
    *find(text: string) {
      yield* email.find(text);
      throw new TypeError('no');
    },
  };
  const redact = createRedact({}, { recognisers: [failing], looked: createLooked() });
  const outcomes = [1, 2].map(() => redact({ text: 'mara@example.org' }).kind);
  expect(outcomes).toEqual(['doubtful', 'doubtful']);
});

test.each([/\b/g, /(?<=b)/gu, /a*/g, /./gu, /\d{2}/g])(
  'all that %s matches is found as matchAll finds it',
  (pattern) => {
    const text = 'aab 1234 \u{1f600}b';
    const found = (matches: Iterable<RegExpExecArray>) => Array.from(matches, (match) => [match.index, ...match]);
    expect(found(matchesOf(text, pattern))).toEqual(found(text.matchAll(pattern)));
  },
);

test('two who take matches of one pattern by turns do not disturb each other, nor whoever stops early', () => {
  const pattern = /\w/g;
  const [one, other] = [matchesOf('abc', pattern), matchesOf('xyz', pattern)];
  const taken = [one, other, one, other].map((matches) => matches.next().value?.[0]);
  one.return(undefined);
  expect([...taken, other.next().value?.[0]]).toEqual(['a', 'x', 'b', 'y', 'z']);
  expect(pattern.test('a')).toBe(true);
});
