import { describe, expect, test } from 'vitest';
import { Enquiry } from '#contracts/enquiry.ts';
import { readSample, samples } from '#dev/samples/index.ts';
import { enquiryOf, type ReadMail, readMail, sortMail } from '#governance/intake/index.ts';

const own = { ownDomains: ['alderfinch.example'], ownMessageIdHost: 'alderfinch.example' };

async function read(file: string): Promise<ReadMail> {
  const reading = await readMail(await readSample(file));
  if (reading.kind !== 'mail') throw new Error(`${file} was not read: ${reading.why}`);
  return reading;
}

describe('every sample', () => {
  test.each(samples)('$file is read and goes where it belongs: $handling', async ({ file, handling }) => {
    const mail = await read(file);
    expect(sortMail(mail, own).kind).toBe(handling === 'process' ? 'answer' : 'ignore');
    expect(Enquiry.safeParse(enquiryOf(mail, new Date())).error).toBeUndefined();
    expect(`${mail.subject}${mail.text}${mail.name}`).not.toMatch(/\ufffd|=\?|=[0-9A-F]{2}=/);
  });
});

describe('what a person wrote', () => {
  test.each([
    ['order-status-german-latin1.eml', 'Käthe Groß', 'Nachtlichter für die Enkel, AF-101530'],
    ['order-status-emoji.eml', 'Isla Merrick', '📦📦 where is my parcel??? 😅'],
    ['order-status-german-quoted-printable.eml', 'Jürgen Möller', 'Wo bleibt meine Bestellung AF-101447?'],
  ])('%s keeps its characters', async (file, name, subject) => {
    expect(await read(file)).toMatchObject({ name, subject, flags: [] });
  });

  test('stands in the text of a page without markup, styles and links', async () => {
    const { text } = await read('order-status-html-only.eml');
    expect(text).toContain('My order AF-101496 (the Larch console table) has been marked “packed”');
    expect(text).not.toMatch(/font-family|<|&/);
  });

  test('is read from the plain version, without what the page hides', async () => {
    expect((await read('injected-hidden-in-html.eml')).text).not.toContain('Assistant');
  });

  test('joins the thread it belongs to', async () => {
    const { inReplyTo, references } = await read('refund-promised-but-not-paid.eml');
    expect(inReplyTo).toMatch(/^<.+>$/);
    expect(references).toContain(inReplyTo);
  });

  test('comes with the names, types and sizes of what was attached', async () => {
    expect((await read('billing-german-invoice-with-pdf.eml')).attachments).toEqual([
      { name: 'Rechnung-2026-4471.pdf', type: 'application/pdf', size: 740 },
    ]);
  });
});
