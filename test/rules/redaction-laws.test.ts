import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PersonalType } from '#contracts/redaction.ts';
import { redact, restore } from '#governance/redaction/index.ts';
import { ownTime } from '#governance/redaction/own-time.ts';

const everyType = new Set(PersonalType.options);
const personal = fc.constantFrom(
  'anna@example.com',
  '+44 7700 900123',
  'GB29 NWBK 6016 1331 9268 19',
  '4111 1111 1111 1111',
  'NHS 943 476 5919',
  'claim QX-448 7120/3',
  '[PERSON_1]',
  'Mr Whitfield',
  'password: hunter2-x',
);
const piece = fc.oneof(
  personal,
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('\n', ' ', '&#', '%', '\u200b'),
);
const texts = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' '));

test('spans are in order, apart, inside the input, and the rest of the text is kept', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const redaction = redact({ text });
      fc.pre(redaction.kind === 'redacted');
      let at = 0;
      let rebuilt = '';
      for (const { start, end, placeholder } of redaction.spans) {
        expect(start).toBeGreaterThanOrEqual(at);
        expect(end).toBeGreaterThan(start);
        rebuilt += text.slice(at, start) + placeholder;
        at = end;
      }
      expect(at).toBeLessThanOrEqual(text.length);
      expect(redaction.text).toBe(rebuilt + text.slice(at));
    }),
    { numRuns: 300 },
  );
});

test('what is put back with every type allowed leaves nothing out and nothing open', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const redaction = redact({ text });
      fc.pre(redaction.kind === 'redacted');
      expect(restore(redaction.text, redaction.placeholders, everyType).left).toEqual([]);
    }),
    { numRuns: 300, examples: [['[PERSON_1] [PERSON_1] NHS 943 476 5919 [PERSON_1] [PERSON_1]']] },
  );
});

test.each([
  'a',
  '1',
  '1 ',
  'A1',
  '@',
  'a@',
  'a.',
  '.',
  '-',
  ' ',
  '\n',
  '&',
  '%41',
  '&amp;',
  '\\u0041',
  'Anna ',
  'van de ',
  'rue de la ',
  'sort code 20-00-00 ',
  'password ',
  '0000:',
  '255.',
  'eyJaaaaaaaa.',
  'GB29',
  'born ',
  '\u200b',
  'é\u0301',
  '[A_1]',
  '+4',
  '(0',
  '1-',
  '1,000',
  'A1\n',
  'A, ',
  'Ab ',
  'Ab & ',
  'address Ab ',
  '<b>',
  'x1',
])('time grows with the length and no faster, on nothing but %j', (unit) => {
  const timeOf = (length: number) => {
    const text = unit
      .repeat(Math.ceil(length / unit.length))
      .slice(0, length)
      .toWellFormed();
    const begin = ownTime();
    redact({ text });
    return ownTime() - begin;
  };
  timeOf(8_192);
  const [short, long] = [Math.max(timeOf(16_384), timeOf(16_384), 4), timeOf(131_072)];
  expect(long).toBeLessThan(short * 8 * 6);
});
