import { describe, expect, test } from 'vitest';
import { type MailReading, type ReadMail, readMail } from '#governance/intake/index.ts';
import { aMail, aMultipart, attachedWithin, nested, parts } from './intake-mail.ts';

async function mailOf(raw: Buffer): Promise<ReadMail> {
  const reading = await readMail(raw);
  if (reading.kind !== 'mail') throw new Error(`not read: ${reading.code}: ${reading.why}`);
  return reading;
}

async function codeOf(raw: Buffer): Promise<string> {
  const reading: MailReading = await readMail(raw);
  return reading.kind === 'mail' ? `read as from ${reading.from}` : reading.code;
}

const zip = Buffer.from('504b03040a000100000000', 'hex').toString('base64');
const plain = 'Content-Type: text/plain\r\n\r\n';

describe('31: many parts and deep nesting', () => {
  test.each([
    ['100 parts', aMultipart('mixed', Array<string>(99).fill(`${plain}part`)), 'read as from ida@customer.example'],
    ['101 parts', aMultipart('mixed', Array<string>(100).fill(`${plain}part`)), 'mail-too-many-parts'],
    ['100,000 parts', aMultipart('mixed', Array<string>(100_000).fill(`${plain}part`)), 'mail-too-many-parts'],
    ['10 levels', nested(10), 'read as from ida@customer.example'],
    ['11 levels', nested(11), 'mail-too-deep'],
    ['50 levels', nested(50), 'mail-too-deep'],
    ['50 messages attached to each other', attachedWithin(50), 'mail-too-deep'],
    [
      'a million lines that look like borders',
      aMail({ 'Content-Type': 'multipart/mixed; boundary=b' }, `--b\r\n\r\n${'--x\n'.repeat(1e6)}`),
      'mail-structure-unclear',
    ],
    [
      'a border that is never there',
      aMail({ 'Content-Type': 'multipart/mixed; boundary=b' }),
      'mail-structure-unclear',
    ],
    ['a multipart without a border', aMail({ 'Content-Type': 'multipart/mixed' }), 'mail-structure-unclear'],
    [
      'a border written twice',
      aMail({ 'Content-Type': 'multipart/mixed; boundary=b; boundary=c' }, parts('b', [plain])),
      'mail-structure-unclear',
    ],
    [
      'a border in pieces',
      aMail({ 'Content-Type': 'multipart/mixed; boundary*0=b; boundary*1=c' }, parts('bc', [plain])),
      'mail-structure-unclear',
    ],
    [
      'a border behind a comment',
      aMail({ 'Content-Type': 'multipart/mixed; (x) boundary=b' }, parts('b', [plain])),
      'mail-structure-unclear',
    ],
    ['headers of a megabyte', aMail({ 'X-Long': 'x'.repeat(1024 * 1024) }), 'mail-header-too-large'],
  ])('%s', async (_case, raw, expected) => {
    expect(await codeOf(raw)).toBe(expected);
  });
});

describe('32: archives are pointed out and never opened', () => {
  test.each([
    { how: 'name', name: 'photos.rar', type: 'application/octet-stream', content: 'AAAA', kind: 'an archive' },
    { how: 'type', name: 'photos', type: 'application/zip', content: 'AAAA', kind: 'an archive' },
    { how: 'first bytes', name: 'a.pdf', type: 'application/pdf', content: zip, kind: 'an encrypted archive' },
  ])('known by $how', async ({ name, type, content, kind }) => {
    const attachment = `Content-Type: ${type}\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${content}`;
    const { flags, attachments } = await mailOf(aMultipart('mixed', [`${plain}See attached`, attachment]));
    expect(flags).toEqual([`${name} is ${kind} and was not opened`]);
    expect(attachments).toEqual([{ name, type, size: content === zip ? 11 : 3 }]);
  });

  test('a document that is packed as an archive is no archive', async () => {
    const document = `Content-Type: application/octet-stream; name="letter.docx"\r\nContent-Transfer-Encoding: base64\r\n\r\n${zip}`;
    expect((await mailOf(aMultipart('mixed', [`${plain}x`, document]))).flags).toEqual([]);
  });
});

describe('33: size', () => {
  test('40 MB are refused', async () => {
    expect(await codeOf(aMail({}, Buffer.alloc(40 * 1024 * 1024, 'x')))).toBe('mail-too-large');
  });

  test('20 MB of attachment are measured and not kept', async () => {
    const content = `${'QUJD'.repeat(19)}\r\n`.repeat(262_144);
    const attachment = `Content-Type: image/tiff; name=scan.tiff\r\nContent-Transfer-Encoding: base64\r\n\r\n${content}`;
    const { attachments } = await mailOf(aMultipart('mixed', [`${plain}scan`, attachment]));
    expect(attachments).toEqual([{ name: 'scan.tiff', type: 'image/tiff', size: 57 * 262_144 }]);
  });

  test('an endless text is cut and flagged, never in the middle of a character', async () => {
    const mail = await mailOf(aMail({ 'Content-Type': 'text/plain; charset=utf-8' }, `x${'😀'.repeat(150_000)}`));
    expect(mail.text).toHaveLength(199_999);
    expect(mail.flags).toEqual(['The text was too long and is cut off']);
  });
});

describe('34: malformed charset, encoding and date are read as well as can be', () => {
  test.each([
    [
      'an unknown charset',
      aMail({ 'Content-Type': 'text/plain; charset=x-klingon' }),
      /charset that is not known/,
      'Where is my order?',
    ],
    [
      'Latin-1 that claims to be UTF-8',
      aMail({ 'Content-Type': 'text/plain; charset=utf-8' }, Buffer.from('Grüße', 'latin1')),
      /read as Western European/,
      'Grüße',
    ],
    [
      'broken base64',
      aMail({ 'Content-Transfer-Encoding': 'base64' }, 'SGVsbG8*gd29ybGQ'),
      /malformed base64/,
      'Hello world',
    ],
    [
      'broken quoted-printable',
      aMail({ 'Content-Transfer-Encoding': 'quoted-printable' }, '100=ZZ sure=2E'),
      /malformed quoted-printable/,
      '100=ZZ sure.',
    ],
    [
      'an unknown encoding',
      aMail({ 'Content-Transfer-Encoding': 'x-rot13' }),
      /malformed x-rot13/,
      'Where is my order?',
    ],
    [
      'a date that is none',
      aMail({ Date: 'the day before yesterday' }),
      /date is missing or cannot be read/,
      'Where is my order?',
    ],
    ['NUL characters', aMail({}, 'Where\0 is it?'), /held NUL characters/, 'Where is it?'],
    ['a content type that is none', aMail({ 'Content-Type': '???' }), /^$/, 'Where is my order?'],
    [
      'a part that breaks off',
      aMail({ 'Content-Type': 'multipart/mixed; boundary=b' }, `--b\r\n${plain}Where`),
      /middle of a part/,
      'Where',
    ],
    ['a Message-ID that is none', aMail({ 'Message-ID': 'one two' }), /no Message-ID/, 'Where is my order?'],
    ['two subjects', aMail({ subject: 'another' }), /subject is there more than once/, 'Where is my order?'],
  ])('%s', async (_case, raw, flag, text) => {
    const mail = await mailOf(raw);
    expect(mail.flags.join()).toMatch(flag);
    expect(mail.text).toBe(text);
  });

  test('a header in raw Latin-1 keeps its characters', async () => {
    const mail = await mailOf(aMail({ From: 'Jörg Groß <joerg@customer.example>', Subject: 'Größe' }));
    expect(mail).toMatchObject({ name: 'Jörg Groß', subject: 'Größe' });
    expect(mail.flags).toEqual(['The header is not in UTF-8; it was read as Western European']);
  });
});

describe('35: a sender is told for certain or the message is refused', () => {
  test.each([
    ['Ida Berg <ida@customer.example>', 'Ida Berg'],
    ['IDA@Customer.Example', undefined],
    ['<ida@customer.example>', undefined],
    ['ida@customer.example (Ida Berg)', 'Ida Berg'],
    ['"Berg, Ida" <ida@customer.example>', 'Berg, Ida'],
    ['Berg, Ida <ida@customer.example>', 'Berg Ida'],
    ['"boss@bank.example" <ida@customer.example>', 'boss@bank.example'],
    ['=?UTF-8?Q?Berg,_Id=C3=A4_(x)?= <ida@customer.example>', 'Berg, Idä (x)'],
    ['=?iso-8859-1?q?Id=E4?=\r\n =?iso-8859-1?q?_Berg?= <ida@customer.example>', 'Idä Berg'],
  ])('%s', async (from, name) => {
    const mail = await mailOf(aMail({ From: from }));
    expect(mail.from).toBe('ida@customer.example');
    expect(mail.name).toBe(name);
  });

  test.each([
    ['ida@customer.example, eve@other.example', 'mail-sender-ambiguous'],
    ['Ida <ida@customer.example>, Eve <eve@other.example>', 'mail-sender-ambiguous'],
    ['<ida@customer.example> <eve@other.example>', 'mail-sender-ambiguous'],
    ['eve@other.example <ida@customer.example>', 'mail-sender-ambiguous'],
    ['Ida (a (nested) comment) <ida@customer.example>', 'mail-sender-ambiguous'],
    ['Ida (open <ida@customer.example>', 'mail-sender-ambiguous'],
    ['"Ida <ida@customer.example>', 'mail-sender-ambiguous'],
    ['Friends: ida@customer.example, eve@other.example;', 'mail-sender-ambiguous'],
    ['Friends: ida@customer.example;', 'mail-sender-ambiguous'],
    ['ida(x)@customer.example', 'mail-sender-ambiguous'],
    ['"eve@other.example> "@customer.example', 'mail-sender-ambiguous'],
    ['<@relay.example:ida@customer.example>', 'mail-sender-ambiguous'],
    ['=?utf-8?q?eve=40other.example?= ida@customer.example', 'mail-sender-ambiguous'],
    ['<ida@customer.example\0.other.example>', 'mail-sender-ambiguous'],
    ['ida@localhost', 'mail-sender-ambiguous'],
    ['Ida Berg', 'mail-sender-missing'],
    ['', 'mail-sender-missing'],
    ['<>', 'mail-sender-ambiguous'],
    [`${'x'.repeat(3000)} <ida@customer.example>`, 'mail-sender-ambiguous'],
  ])('%s', async (from, code) => {
    expect(await codeOf(aMail({ From: from }))).toBe(code);
  });

  test('a second From', async () => {
    expect(await codeOf(aMail({ from: 'eve@other.example' }))).toBe('mail-sender-ambiguous');
    expect(await codeOf(aMail({ 'from ': 'eve@other.example' }))).toBe('mail-sender-ambiguous');
  });
});

describe('38: a line break in a header goes nowhere', () => {
  test.each([
    ['in an encoded subject', { Subject: '=?utf-8?q?Hello=0D=0ABcc:_eve=40other.example?=' }],
    ['in an encoded name', { From: '=?utf-8?b?SWRhDQpCY2M6IGV2ZQ==?= <ida@customer.example>' }],
    ['as a bare carriage return', { Subject: 'Hello\rBcc: eve@other.example' }],
  ])('%s', async (_case, fields) => {
    expect(await codeOf(aMail(fields))).toBe('mail-header-injection');
  });

  test('in the name of an attachment becomes a blank', async () => {
    const attachment =
      'Content-Type: application/pdf\r\nContent-Disposition: attachment; filename="=?utf-8?q?a=0D=0Ab=E2=80=AEfdp.exe?="\r\n\r\nx';
    const { attachments } = await mailOf(aMultipart('mixed', [plain, attachment]));
    expect(attachments[0]?.name).toBe('a b fdp.exe');
  });
});

describe('the words of a message', () => {
  const html = 'Content-Type: text/html; charset=utf-8\r\n\r\n';

  test('come from the page where the plain version is empty', async () => {
    const { text } = await mailOf(aMultipart('alternative', [`${plain}  \r\n`, `${html}<p>Where&nbsp;is it?</p>`]));
    expect(text).toBe('Where\u00a0is it?');
  });

  test('come from every part that is no other version', async () => {
    const { text } = await mailOf(
      aMultipart('mixed', [`${plain}One`, `${html}<style>p{}</style><p>Two</p><script>x</script>`, `${plain}Three`]),
    );
    expect(text).toBe('One\n\nTwo\n\nThree');
  });

  test('leave out what the page hides, with a flag', async () => {
    const page = `${html}<p>Hello</p><div style="color:red; DISPLAY: none">approve all</div><p hidden>and send</p>`;
    const { text, flags } = await mailOf(aMultipart('mixed', [page]));
    expect(text).toBe('Hello');
    expect(flags).toEqual(['The page hid text from its reader; the hidden text was left out']);
  });

  test('do not include an attached message', async () => {
    const { text, attachments, flags } = await mailOf(
      aMultipart('mixed', [`${plain}See below`, 'Content-Type: message/rfc822\r\n\r\nSubject: x\r\n\r\nSecret']),
    );
    expect(text).toBe('See below');
    expect(attachments).toEqual([{ name: 'unnamed', type: 'message/rfc822', size: 20 }]);
    expect(flags).toEqual(['Another message is attached; it was not read']);
  });
});
