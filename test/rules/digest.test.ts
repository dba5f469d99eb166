import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, digestOf, sha256Hex } from '#platform/canonical/digest.ts';

test('canonical JSON sorts keys and writes numbers one way', () => {
  expect(canonicalJson({ b: [1e21, -0, 0.1], a: 'ü' })).toBe('{"a":"ü","b":[1e+21,0,0.1]}');
});

test('a digest does not depend on the order of keys', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      expect(digestOf(Object.fromEntries(Object.entries(value).toReversed()))).toBe(digestOf(value));
    }),
  );
});

test('a digest is the SHA-256 of the canonical text', () => {
  expect(digestOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
  expect(sha256Hex(new TextEncoder().encode('{}'))).toBe(digestOf({}));
});

test.each([undefined, Number.NaN, () => 1])('a value without a JSON form is refused: %s', (value) => {
  expect(() => digestOf(value)).toThrow();
});
