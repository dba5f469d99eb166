import { describe, expect, test } from 'vitest';
import type { KnownParty, PersonalType } from '#contracts/redaction.ts';
import { conceal, longestText, type RedactionRequest, redact, restore } from '#governance/redaction/index.ts';

const anna: KnownParty = {
  kind: 'person',
  name: 'Anna Whitfield',
  email: 'anna.whitfield@post.example',
  phone: '+44 7700 900123',
  address: '14 Mill Lane, Bristol, BS6 5QT',
  company: 'Brightwater Interiors Ltd',
  ids: ['CUST-88123'],
};

function redacted(request: RedactionRequest) {
  const redaction = redact(request);
  if (redaction.kind === 'doubtful') throw new Error(`doubtful: ${JSON.stringify(redaction.doubts)}`);
  return redaction;
}

function typesIn(text: string): (PersonalType | 'written-placeholder')[] {
  return redacted({ text }).spans.map(({ type }) => type);
}

describe('what is recognised by itself', () => {
  test.each([
    ['iban', 'IBAN GB29 NWBK 6016 1331 9268 19', 'IBAN GB29 NWBK 6016 1331 9268 18'],
    ['card', 'card 4111 1111 1111 1111', 'card 4111 1111 1111 1112'],
    ['nhs-number', 'NHS 943 476 5919', 'NHS 943 476 5918'],
    ['vat-number', 'VAT DE136695976', 'VAT DE136695977'],
    ['tax-id', 'DNI 12345678Z', 'DNI 12345678A'],
    ['tax-id', 'PESEL 44051401359', 'PESEL 44051401358'],
    ['national-insurance', 'NI AB123456C', 'NI BG123456C'],
    ['ip-address', 'from 192.168.10.55', 'version 192.168.10.55'],
    ['date-of-birth', 'born 12 March 1980', 'delivered 12 March 1980'],
    ['passport', 'passport 533401372', 'parcel 533401372'],
    ['bank-account', 'sort code 20-00-00', 'lot 20-00-00'],
    ['street-address', 'at 14 Mill Lane today', 'at 14 mill sizes today'],
    ['postcode', 'to BS6 5QT now', 'to QQ6 5QT now'],
    ['secret', 'password: hunter2-x', 'password: forgotten'],
  ])('a %s goes in "%s", and nothing of a kind in "%s"', (type, with_, without) => {
    expect(typesIn(with_)).toEqual([type]);
    expect(typesIn(without).filter((one) => one !== 'reference')).toEqual([]);
  });

  test.each([
    'our claim 553-401-37',
    'meter 20 48 11 93',
    'under QX44Z9T1',
    'key NzcyNzAzMjE=',
    'IBAN GB29 NWBK 6016 1331 9268 18',
  ])('what nobody can say the kind of goes as a reference: %s', (text) => {
    expect(typesIn(text)).toEqual(['reference']);
  });

  test.each([
    'EUR 1,299.00 or 12.345,67 € or £ 104 500',
    'on 12/03/2026 at 10:30-12:00, 2026-03-02T18:40:19Z',
    '120x80x45 cm, 4500 lumen, 230 V, 100 %, 2,700 kWh',
    'version 118.0.5993, DIN EN 12464-1:2021, app 16.18.5',
    'for 2025-2026 and 1,160,000 readers',
  ])('when, how much and how many stays: %s', (text) => {
    expect(typesIn(text)).toEqual([]);
  });

  test.each([
    ['02/05/1961', 'Ida Quabbe, 02/05/1961, room 4'],
    ['14 June 1952', 'She came on 14 June 1952.'],
  ])('a day as far back as a birthday is taken for one: %s', (written, text) => {
    const [span] = redacted({ text }).spans.filter(({ type }) => type === 'date-of-birth');
    expect(text.slice(span?.start, span?.end)).toBe(written);
  });

  test.each(['Founded on 02/05/1961.', 'We met on 02/05/2024.', 'The contract of 14 June 1989 stands.'])(
    'and not where it is said to be another, or is too near: %s',
    (text) => {
      expect(typesIn(text)).toEqual([]);
    },
  );

  test('numbers that a run knows stay, and those of a form that the firm gives out', () => {
    const text = 'AF-104512 came in parcel jd 0002 2366, and 44871-2093 did not.';
    const spared = { numbers: ['JD00022366'], forms: ['\\bAF-\\d{6}\\b'] };
    const [span, ...others] = redacted({ text, spared }).spans;
    expect(text.slice(span?.start, span?.end)).toBe('44871-2093');
    expect(others).toEqual([]);
  });

  test.each([
    ['zero-width characters', 'an\u200bna@exam\u200dple.com'],
    ['letters of other alphabets', 'аnnа@ехаmple.com'],
    ['wide letters', 'ａｎｎａ＠ｅｘａｍｐｌｅ．ｃｏｍ'],
    ['HTML entities', 'anna&#64;example&#46;com'],
    ['URL encoding twice over', 'anna%2540example.com'],
    ['JSON escapes', 'anna\\u0040example.com'],
    ['base64', 'cGxlYXNlIG1haWwgYW5uYS53QGV4YW1wbGUuY29t'],
    ['words for signs', 'anna (at) example (dot) com'],
    ['a broken line', 'anna@exam\nple.com'],
    ['a JSON key', '{"anna@example.com":1}'],
  ])('an address hidden by %s is found', (_, text) => {
    const { spans } = redacted({ text });
    expect(spans.map(({ type }) => type)).toEqual(['email']);
  });

  test('offsets count code units of the input, whatever is hidden in it', () => {
    const text = '😀 a\u200bnna&#64;example.com 😀';
    const [span] = redacted({ text }).spans;
    expect(text.slice(span?.start, span?.end)).toBe('a\u200bnna&#64;example.com');
  });
});

describe('what a run knows', () => {
  test.each([
    'Anna Whitfield',
    'Whitfield, Anna',
    'Anna Whitfeild',
    'A. Whitfield',
    'ANNA WHITFIELD',
    'anna whitfield',
    'A.W.',
    'Bright Water Interiors',
    'cust 88123',
    '07700 900 123',
    '14, Mill Lane',
  ])('%s is taken out', (written) => {
    const { text } = redacted({ text: `It was ${written} who rang.`, parties: [anna] });
    expect(text).toMatch(/^It was \[[A-Z_]+_1\] who rang\.$/);
  });

  test('every form of a name has the same placeholder, and the possessive stays', () => {
    const { text } = redacted({ text: "Mrs Whitfield's order; Anna rang, A. Whitfield wrote.", parties: [anna] });
    expect(text).toBe("Mrs [PERSON_1]'s order; [PERSON_1] rang, [PERSON_1] wrote.");
  });

  test('a firm has one placeholder, with its legal form, without it and misspelt', () => {
    const text = 'Brightwater Interiors Ltd rang; Brightwater Interiors and Brightwater Interirs wrote.';
    expect(redacted({ text, parties: [anna] }).text).toBe('[COMPANY_1] rang; [COMPANY_1] and [COMPANY_1] wrote.');
  });

  test('a typed field goes wherever its value stands', () => {
    const fields = [{ type: 'party-id', value: 'QX 17' }] as const;
    expect(redacted({ text: 'Ref qx-17, and QX 170.', fields }).text).toBe('Ref [PARTY_ID_1], and QX 170.');
  });
});

describe('placeholders', () => {
  test('a second text of the run goes on with the numbers of the first', () => {
    const first = redacted({ text: 'Mail a@x.example.' });
    const second = redacted({ text: 'Not b@x.example but a@x.example.', placeholders: first.placeholders });
    expect(second.text).toBe('Not [EMAIL_2] but [EMAIL_1].');
  });

  test('a placeholder that somebody wrote is put back as written, not as somebody else', () => {
    const { text, placeholders } = redacted({ text: '[EMAIL_1] is not a@x.example' });
    expect(text).toBe('[WRITTEN_PLACEHOLDER_1] is not [EMAIL_1]');
    const restored = restore(text, placeholders, new Set<PersonalType>(['email']));
    expect(restored).toEqual({ text: '[EMAIL_1] is not a@x.example', left: [] });
  });

  test('what a field may not hold stays, and so does what was never given out', () => {
    const { placeholders } = redacted({ text: 'a@x.example' });
    expect(restore('[EMAIL_1] [EMAIL_7]', placeholders, new Set())).toEqual({
      text: '[EMAIL_1] [EMAIL_7]',
      left: [
        { placeholder: '[EMAIL_1]', why: 'type-not-allowed' },
        { placeholder: '[EMAIL_7]', why: 'unknown' },
      ],
    });
  });

  test.each([
    ['iban', 'GB29NWBK60161331926819', 'GB29 NWBK 6016 1331 9268 19'],
    ['email', 'anna.whitfield@post.example', 'anna.whitfield@post.example'],
  ] as const)('a field concealed as a whole is known again in a text and in a record: %s', (type, value, written) => {
    const { placeholder, placeholders } = conceal({ type, value }, []);
    expect(redacted({ text: written, placeholders }).text).toBe(placeholder);
    expect(redacted({ text: written, placeholders, parties: [anna] }).text).toBe(placeholder);
  });
});

describe('what nobody can say is clean', () => {
  test.each([
    ['too-long', 'x'.repeat(1_048_576)],
    ['too-long', 'x'.repeat(longestText + 1)],
    ['broken-characters', 'half \ud83d of it'],
  ])('%s comes back as a doubt and without text', (kind, text) => {
    expect(redact({ text })).toEqual({ kind: 'doubtful', doubts: [expect.objectContaining({ kind })] });
  });

  test('a recogniser that throws blocks, and its error says nothing of the text', () => {
    const broken = {
      name: 'broken',
      weight: 1,
      find: (text: string) => {
        throw new TypeError(text);
      },
    };
    const redaction = redact({ text: 'my secret' }, { recognisers: [broken] });
    expect(redaction).toMatchObject({ kind: 'doubtful', doubts: [{ kind: 'recogniser-failed', at: 'broken' }] });
    expect(JSON.stringify(redaction)).not.toContain('my secret');
  });

  test('a recogniser that takes too long blocks', () => {
    let now = 0;
    const slow = {
      name: 'slow',
      weight: 1,
      *find() {
        for (let turn = 0; turn < 100; turn += 1) {
          now += 100;
          yield { type: 'email' as const, start: 0, end: 1 };
        }
      },
    };
    const budget = { baseMs: 1000, perKiloUnitMs: 0, now: () => now, worked: () => now };
    expect(redact({ text: 'x' }, { recognisers: [slow], budget })).toMatchObject({
      kind: 'doubtful',
      doubts: [{ kind: 'recogniser-slow', at: 'slow' }],
    });
  });

  test('a recogniser that only waits, on a machine that is busy, blocks nothing', () => {
    const waiting = {
      name: 'waiting',
      weight: 1,
      *find() {
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 600);
        yield { type: 'email' as const, start: 0, end: 1 };
      },
    };
    expect(redact({ text: 'x' }, { recognisers: [waiting] })).toMatchObject({ kind: 'redacted' });
  });

  test('what is wrapped too often blocks', () => {
    let text = 'Mail anna@example.com at once';
    for (let layer = 0; layer < 5; layer += 1) text = Buffer.from(text).toString('base64');
    expect(redact({ text })).toMatchObject({ kind: 'doubtful', doubts: [{ kind: 'wrapped-too-deep' }] });
  });
});
