import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { Enquiry } from '#contracts/enquiry.ts';
import { readSample, samples } from '#dev/samples/index.ts';
import { enquiryOf, readMail } from '#governance/intake/index.ts';
import { aMail, aMultipart } from './intake-mail.ts';

let letters: Buffer[];

beforeAll(async () => {
  letters = await Promise.all(samples.map(({ file }) => readSample(file)));
});

async function expectSafe(raw: Uint8Array): Promise<'mail' | 'unreadable'> {
  const reading = await readMail(raw);
  if (reading.kind === 'unreadable') {
    expect(reading.why).not.toBe('');
    return 'unreadable';
  }
  const enquiry: unknown = enquiryOf(reading, new Date());
  expect(Enquiry.safeParse(enquiry).error).toBeUndefined();
  expect(JSON.stringify(enquiry)).not.toContain('\\u0000');
  return 'mail';
}

/** Bytes put over a letter at a place, or cut out of it. */
const mangling = fc.record({
  letter: fc.nat(),
  edits: fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      drop: fc.nat(60),
      put: fc.oneof(fc.uint8Array({ maxLength: 20 }), fragment()),
    }),
    { maxLength: 8 },
  ),
});

/** What means something in a message. */
function fragment() {
  const texts = [
    '\r\n',
    '\n',
    '\r',
    '\0',
    '--',
    '=?',
    '?=',
    '=?utf-8?b?',
    '<',
    '>',
    '"',
    '(',
    ')',
    ':',
    ';',
    ',',
    '@',
    '\r\n\r\n',
    '\u2028',
    '\ufeff',
  ];
  const fields = [
    'From: a@b.example\r\n',
    'Content-Type: multipart/mixed; boundary=x\r\n',
    'Content-Transfer-Encoding: base64\r\n',
    'Content-Type: text/html\r\n',
    '<div hidden>',
    'charset=utf-16',
  ];
  return fc.constantFrom(...texts, ...fields).map((text) => new Uint8Array(Buffer.from(text)));
}

function mangle({
  letter,
  edits,
}: {
  letter: number;
  edits: readonly { at: number; drop: number; put: Uint8Array }[];
}): Buffer {
  return edits.reduce(
    (raw, { at, drop, put }) => {
      const place = Math.floor(at * raw.length);
      return Buffer.concat([raw.subarray(0, place), put, raw.subarray(place + drop)]);
    },
    letters[letter % letters.length] ?? Buffer.alloc(0),
  );
}

describe('whatever comes in', () => {
  test('mangled letters never break reading and never make an invalid enquiry', async () => {
    let read = 0;
    const property = fc.asyncProperty(mangling, async (edits) => {
      if ((await expectSafe(mangle(edits))) === 'mail') read += 1;
    });
    await fc.assert(property, { numRuns: 1500 });
    expect(read).toBeGreaterThan(500);
  });

  test('nor do bytes at random, in the header or in the body', async () => {
    const bytes = fc.uint8Array({ maxLength: 400 });
    await fc.assert(
      fc.asyncProperty(bytes, async (raw) => void (await expectSafe(raw))),
      { numRuns: 300 },
    );
    await fc.assert(
      fc.asyncProperty(bytes, async (body) => void (await expectSafe(aMail({}, Buffer.from(body))))),
      { numRuns: 300 },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 200 }),
        async (text) => void (await expectSafe(aMail({ Subject: text, From: `${text} <a@b.example>` }))),
      ),
      { numRuns: 500 },
    );
  });

  const large = 20 * 1024 * 1024;
  const html = 'Content-Type: text/html\r\n\r\n';
  test.each([
    ['empty lines', () => aMail({}, '\n'.repeat(large))],
    ['one line', () => aMail({}, 'x'.repeat(large))],
    ['open tags', () => aMultipart('mixed', [`${html}${'<div>'.repeat(large / 5)}`])],
    [
      'broken links beside plain text',
      () => aMultipart('mixed', ['X: y\r\n\r\nhi', `${html}${'<a href='.repeat(large / 8)}`]),
    ],
    ['angle brackets', () => aMail({ 'Content-Type': 'text/html' }, '<'.repeat(large))],
    ['blanks in a header', () => aMail({ Subject: `a${' '.repeat(200_000)}b`, From: `${' '.repeat(1900)}x` })],
    ['encoded words', () => aMail({ Subject: '=?utf-8?q?a?= '.repeat(18_000) })],
    ['references', () => aMail({ References: '<'.repeat(200_000) })],
    ['quoted-printable', () => aMail({ 'Content-Transfer-Encoding': 'quoted-printable' }, '='.repeat(large))],
    ['pages', () => aMultipart('mixed', Array<string>(90).fill(`${html}${'<b><i>'.repeat(30_000)}`))],
  ])('takes bounded time: %s', async (_case, build) => {
    const raw = build();
    const start = performance.now();
    await expectSafe(raw);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
