import { readdir } from 'node:fs/promises';
import PostalMime from 'postal-mime';
import { describe, expect, test } from 'vitest';
import { customers, orders } from '#dev/records/index.ts';
import { readSample, samples, startingSamples } from '#dev/samples/index.ts';

const folder = new URL('../../dev/samples/', import.meta.url);

describe('the sample messages', () => {
  test('are at least 44 and all listed, each once', async () => {
    const files = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
    expect(files.length).toBeGreaterThanOrEqual(44);
    expect(samples.map(({ file }) => file).toSorted()).toEqual(files.toSorted());
  });

  test.each(samples)('$file is a message with CRLF lines, a sender, a date and an id', async ({ file }) => {
    const raw = await readSample(file);
    expect(raw.toString('latin1').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    const email = await PostalMime.parse(raw);
    expect(email.from?.address ?? '').toMatch(/@.+\.(example|test)$/);
    expect(Number.isNaN(Date.parse(email.date ?? ''))).toBe(false);
    expect(email.messageId).toMatch(/^<.+@.+>$/);
    expect(`${email.text ?? ''}${email.html ?? ''}`).not.toContain('\uFFFD');
  });

  test('carry ids and bodies that no other sample has', async () => {
    const emails = await Promise.all(samples.map(async ({ file }) => PostalMime.parse(await readSample(file))));
    expect(new Set(emails.map(({ messageId }) => messageId)).size).toBe(samples.length);
    expect(new Set(emails.map(({ text, html }) => `${text}${html}`)).size).toBe(samples.length);
  });

  test('come mostly from customers on record', async () => {
    const known = new Set(customers.map(({ email }) => email));
    const letters = samples.filter(({ handling }) => handling === 'process');
    const senders = await Promise.all(
      letters.map(async ({ file }) => (await PostalMime.parse(await readSample(file))).from?.address),
    );
    const fromCustomers = senders.filter((sender) => sender !== undefined && known.has(sender));
    expect(fromCustomers.length / letters.length).toBeGreaterThan(0.8);
  });

  test('name only orders that are on record', async () => {
    const known = new Set(orders.map(({ number }) => number));
    for (const { file } of samples) {
      const { subject, text, html } = await PostalMime.parse(await readSample(file));
      const named = `${subject} ${text} ${html}`.match(/AF-\d{6}/gi) ?? [];
      for (const number of named) expect(known.has(number.toUpperCase()), `${number} in ${file}`).toBe(true);
    }
  });

  test('include every way a message can be built and written', async () => {
    const raws = await Promise.all(samples.map(async ({ file }) => (await readSample(file)).toString('latin1')));
    const all = raws.join('\n');
    for (const sign of [
      /^Content-Type: multipart\/alternative/m,
      /^Content-Type: multipart\/mixed/m,
      /^Content-Type: multipart\/related/m,
      /^Content-Type: multipart\/report/m,
      /charset=iso-8859-1/,
      /quoted-printable/,
      /=\?UTF-8\?Q\?/,
      /=\?utf-8\?B\?/,
      /^Auto-Submitted: auto-replied/m,
      /^List-Id: /m,
      /^Return-Path: <>/m,
      /application\/pdf/,
      /image\/png/,
      /Forwarded message/,
      /^> > /m,
    ]) {
      expect(all).toMatch(sign);
    }
  });

  test('start an installation with a complaint, a question about a known order and a routine enquiry', () => {
    expect(startingSamples.map(({ expectedCategory }) => expectedCategory)).toEqual([
      'complaint',
      'order-status',
      'sales',
    ]);
  });

  test('are read by name only, never by path', async () => {
    await expect(readSample('../records/customers.jsonl')).rejects.toThrow('There is no sample');
  });
});
