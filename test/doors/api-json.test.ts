import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson } from '#api/http/json/read-json.ts';
import { AppError } from '#contracts/errors.ts';

function refusal(text: string): AppError {
  try {
    readJson(text);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error(`accepted: ${text}`);
}

describe('the JSON reader', () => {
  test('reads what JSON.stringify writes', () => {
    const safe = fc
      .jsonValue({ maxDepth: 5 })
      .filter((value) => !/"(__proto__|constructor|prototype)"/.test(JSON.stringify(value)));
    fc.assert(
      fc.property(safe, (value) => {
        const text = JSON.stringify(value);
        fc.pre(!/\d{16,}/.test(text));
        expect(readJson(text)).toEqual(JSON.parse(text));
        expect(readJson(JSON.stringify(value, undefined, '\t'))).toEqual(JSON.parse(text));
      }),
    );
  });

  test('refuses what JSON.parse refuses, and never throws anything else', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '"a"',
      '\\',
      '1',
      '-',
      '.5',
      'e3',
      'true',
      'nul',
      ' ',
      '\n',
      '\u0000',
      '\\u00',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const text = parts.join('');
        if (!isJson(text)) expect(['json-invalid', 'input-invalid']).toContain(refusal(text).code);
      }),
      { numRuns: 500 },
    );
  });

  test('says where it stopped', () => {
    const error = refusal('{\n  "a": 1,\n  "b": x\n}');
    expect(error.message).toBe('Line 3, column 8: a value must come here');
    expect(error.facts).toEqual({ line: 3, column: 8, offset: 19 });
  });

  test.each([
    ['a key that stands twice', '{"a":1,"a":2}', /"a" stands here twice/],
    ['a key that stands twice, once escaped', '{"a":1,"\\u0061":2}', /stands here twice/],
    ['__proto__', '{"x":{"__proto__":{"admin":true}}}', /__proto__/],
    ['__proto__ in escapes', '{"\\u005f_proto__":1}', /__proto__/],
    ['constructor', '{"constructor":{"prototype":{}}}', /constructor/],
    ['nesting beyond 64', `${'['.repeat(65)}${']'.repeat(65)}`, /64 deep/],
    ['endless nesting', '['.repeat(500_000), /64 deep/],
    ['a comma at the end', '[1,]', /value must come/],
    ['a comment', '{/* */}', /field's name/],
    ['something after the value', '{} x', /follows/],
    ['a raw line break in a string', '"a\nb"', /control character/],
    ['NaN', '[NaN]', /value must come/],
    ['a leading zero', '[01]', /comma or \]/],
    ['nothing', '', /ends where/],
  ])('refuses %s', (_name, text, message) => {
    const error = refusal(text);
    expect(error.code).toBe('json-invalid');
    expect(error.message).toMatch(message);
  });

  test('refuses numbers that would silently become others', () => {
    for (const number of ['9007199254740993', '-9007199254740993', '1e400']) {
      const error = refusal(`{"a":[0,${number}]}`);
      expect(error.code).toBe('input-invalid');
      expect(error.places).toMatchObject([{ pointer: '/a/1' }]);
    }
    expect(readJson('[9007199254740991,1e21,0.1,-0]')).toEqual([9007199254740991, 1e21, 0.1, -0]);
  });

  test('reads nesting of 64', () => {
    expect(() => readJson(`${'['.repeat(64)}${']'.repeat(64)}`)).not.toThrow();
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
