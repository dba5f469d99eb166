import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Sample, samples } from '#dev/samples/index.ts';
import { readMail, startRehearsal } from './rehearsal-client.ts';

let rehearsal: Awaited<ReturnType<typeof startRehearsal>>;

beforeAll(async () => {
  rehearsal = await startRehearsal();
});
afterAll(() => rehearsal.close());

describe('the classification of an enquiry', () => {
  test('is right for at least 85 % of the samples that are to be processed', async () => {
    const wrong: string[] = [];
    const letters = samples.filter((sample): sample is Required<Sample> => sample.handling === 'process');
    for (const { file, expectedCategory } of letters) {
      const { category } = await rehearsal.classify(await readMail(file));
      if (category !== expectedCategory) wrong.push(`${file}: ${category}`);
    }
    const share = 1 - wrong.length / letters.length;
    console.log(`classified rightly: ${(share * 100).toFixed(1)} % of ${letters.length}`, wrong);
    expect(share).toBeGreaterThanOrEqual(0.85);
  });

  test('is the same each time it is asked', async () => {
    const mail = await readMail('complaint-long-letter.eml');
    expect(await rehearsal.classify(mail)).toEqual(await rehearsal.classify(mail));
  });

  test('finds the order number in the subject, in any case, and none when several are named', async () => {
    const numberIn = async (file: string) => (await rehearsal.classify(await readMail(file))).orderNumber;
    expect(await numberIn('order-status-number-only-in-subject.eml')).toBe('AF-101478');
    expect(await numberIn('order-status-lowercase-number.eml')).toBe('AF-101566');
    expect(await numberIn('order-status-several-orders.eml')).toBeNull();
  });

  test('tells language, urgency and sentiment', async () => {
    expect(await rehearsal.classify(await readMail('complaint-lamp-sparks-safety.eml'))).toMatchObject({
      urgency: 'high',
      sentiment: 'negative',
      language: 'en',
    });
    expect(await rehearsal.classify(await readMail('order-status-german-latin1.eml'))).toMatchObject({
      language: 'de',
    });
    expect(await rehearsal.classify(await readMail('other-thank-you.eml'))).toMatchObject({
      sentiment: 'positive',
      urgency: 'low',
    });
    expect(await rehearsal.classify('Dónde está mi pedido, lo espero desde hace tres semanas')).toMatchObject({
      language: 'other',
    });
  });

  test.each([
    ['says next to nothing', 'Hi, can someone ring me about the thing from last week please. Pete'],
    ['is empty', ''],
    ['could be several things', 'The lamp is broken. Refund it or send me a new invoice.'],
    ['is noise', '🙂'.repeat(2000)],
  ])('is unsure when the message %s', async (_when, mail) => {
    expect((await rehearsal.classify(mail)).confidence).toBeLessThan(0.6);
  });

  test('takes no orders from the message, and doubts it', async () => {
    const mail = await readMail('injected-ignore-instructions-approve.eml');
    const classification = await rehearsal.classify(mail);
    expect(classification).toMatchObject({
      category: 'refund',
      reason: expect.stringContaining('orders to the model'),
    });
    expect(classification.confidence).toBeLessThan(0.6);
  });

  test('weighs the words of the sender above those that are quoted', async () => {
    const { category } = await rehearsal.classify(await readMail('order-status-quoted-reply-chain.eml'));
    expect(category).toBe('order-status');
  });
});
