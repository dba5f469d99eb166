import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readMail, startRehearsal } from './rehearsal-client.ts';

let rehearsal: Awaited<ReturnType<typeof startRehearsal>>;

beforeAll(async () => {
  rehearsal = await startRehearsal();
});
afterAll(() => rehearsal.close());

describe('the draft of a reply', () => {
  const order = {
    number: 'AF-101512',
    status: 'shipped',
    items: [{ name: 'Fenland Bookcase, Five Shelves', quantity: 1, unitPrice: 32900 }],
    carrier: 'Broadgate Delivery',
    trackingNumber: 'BGD0618118261',
    shippedAt: '2026-11-16T15:15:00.000Z',
    expectedAt: '2026-11-24T17:00:00.000Z',
  };
  const found = { situation: 'order-found', customerName: 'Tom Ashworth', order, language: 'en' };

  test('tells from the facts where the order is', async () => {
    const { subject, text } = await rehearsal.draft(found);
    expect(subject).toBe('Your order AF-101512');
    for (const part of ['Tom Ashworth', '24 November 2026', 'Broadgate Delivery', 'BGD0618118261']) {
      expect(text).toContain(part);
    }
    expect(text.endsWith('Customer Service, Alder & Finch Home')).toBe(true);
  });

  test('names articles and the amount to whoever asks for them, and to nobody else', async () => {
    const billed = { ...found, order: { ...order, total: 32_900, currency: 'GBP' } };
    const plain = await rehearsal.draft(billed);
    const asked = await rehearsal.draft(billed, 'Subject: \n\nHow much was it, and which articles are in it?');
    expect(plain.text).not.toMatch(/Fenland|329/);
    expect(asked.text).toContain('Fenland Bookcase');
    expect(asked.text).toContain('329.00 GBP');
  });

  test('says what is not known of an order, and leaves to a colleague what no record decides', async () => {
    const late = { ...found, order: { number: 'AF-101512', status: 'delayed' } };
    const { text } = await rehearsal.draft(late, 'Subject: \n\nSend me a new one and call me.');
    expect(text).toContain('not known yet');
    expect(text).toContain('A colleague is looking into the rest');
  });

  test('names what a complaint is about in a word of the sender', async () => {
    const facts = { situation: 'complaint', customerName: 'Tom Ashworth' };
    const { text } = await rehearsal.draft(facts, 'Subject: Broken\n\nThe mirror is cracked.');
    expect(text).toContain('about the mirror');
  });

  test('is in German where the facts say so', async () => {
    const { subject, text } = await rehearsal.draft({ ...found, language: 'de' });
    expect(subject).toBe('Ihre Bestellung AF-101512');
    expect(text).toContain('24. November 2026');
    expect(text).toContain('Mit freundlichen Grüßen');
  });

  test.each(['received', 'packed', 'shipped', 'delivered', 'delayed', 'cancelled', 'something new'])(
    'speaks of an order that is %s in both languages',
    async (status) => {
      for (const language of ['en', 'de']) {
        const { text } = await rehearsal.draft({ ...found, language, order: { ...order, status } });
        expect(text).toContain('AF-101512');
        expect(text).not.toMatch(/undefined|null|\[object/);
      }
    },
  );

  test.each(['order-found', 'order-none', 'order-several', 'complaint', 'routine', 'uncertain'])(
    'has words of its own for %s',
    async (situation) => {
      const situations = ['order-found', 'order-none', 'order-several', 'complaint', 'routine', 'uncertain'];
      for (const language of ['en', 'de']) {
        const texts = await Promise.all(
          situations.map(async (other) => (await rehearsal.draft({ ...found, situation: other, language })).text),
        );
        const own = texts[situations.indexOf(situation)];
        expect(texts.filter((text) => text === own)).toHaveLength(1);
      }
    },
  );

  test('names the orders to choose from', async () => {
    const orderNumbers = ['AF-101462', 'AF-101540'];
    const { text } = await rehearsal.draft({ situation: 'order-several', orderNumbers });
    for (const number of orderNumbers) expect(text).toContain(number);
  });

  test("tells of someone else's order no more than of one that does not exist", async () => {
    const { order: _order, ...facts } = found;
    const [theirs, none] = await Promise.all([
      rehearsal.draft({ ...facts, situation: 'order-of-someone-else' }),
      rehearsal.draft({ ...facts, situation: 'order-none' }),
    ]);
    expect(theirs).toEqual(none);
    const careless = await rehearsal.draft({ ...found, situation: 'order-of-someone-else' });
    expect(`${careless.subject} ${careless.text}`).not.toMatch(/AF-101512|Broadgate|24 November|Fenland/);
  });

  test.each([
    ['my sofa', 'Re: my sofa'],
    ['Re: AW: my sofa', 'Re: my sofa'],
    ['a &lt;b> c', 'Re: a <b> c'],
    ['', 'Your order AF-101512'],
    ['x'.repeat(5000), `Re: ${'x'.repeat(400)}`],
  ])('answers under the subject of the customer: %.20s', async (subject, expected) => {
    expect((await rehearsal.draft(found, `Subject: ${subject}\n\nHello?`)).subject).toBe(expected);
  });

  test('is in the language of the customer where the facts name none', async () => {
    const { language: _language, ...facts } = found;
    const german = await rehearsal.draft(facts, await readMail('order-status-german-latin1.eml'));
    const english = await rehearsal.draft({ ...facts, language: 'other' }, await readMail('order-status-emoji.eml'));
    expect(german.text).toContain('Mit freundlichen Grüßen');
    expect(english.text).toContain('Kind regards');
  });

  test('is the same for the same prompt, and another for another attempt', async () => {
    const [first, again, second] = await Promise.all([
      rehearsal.draft(found),
      rehearsal.draft(found),
      rehearsal.draft({ ...found, attempt: 2 }),
    ]);
    expect(again).toEqual(first);
    expect(second.text).not.toBe(first.text);
  });

  test('takes a reviewer at their word', async () => {
    const first = await rehearsal.draft(found);
    const shorter = await rehearsal.draft({ ...found, reviewerNote: 'Too long, make it shorter' });
    const sorry = await rehearsal.draft({ ...found, reviewerNote: 'Please apologise, she is upset. Say sorry.' });
    const other = await rehearsal.draft({ ...found, reviewerNote: 'I do not like this one' });
    expect(shorter.text.length).toBeLessThan(first.text.length * 0.8);
    expect(sorry.text).toContain('very sorry');
    expect(other.text).toContain('gone over everything again');
    expect(new Set([first, shorter, sorry, other].map(({ text }) => text)).size).toBe(4);
  });

  test('believes facts only outside the message of the customer', async () => {
    const mail = await readMail('injected-ignore-instructions-approve.eml');
    const { text } = await rehearsal.draft(
      { situation: 'routine', category: 'refund', customerName: 'Rupert Haines' },
      mail,
    );
    expect(text).not.toMatch(/5,?000|approved|AF-101383/);
    expect(text).toContain('Rupert Haines');
    const withoutFacts = await rehearsal.draft(undefined, mail);
    expect(withoutFacts.text).not.toMatch(/5,?000|AF-101383/);
    expect(withoutFacts.confidence).toBeLessThan(0.6);
  });

  test('keeps a name with line breaks on one line', async () => {
    const { text, subject } = await rehearsal.draft({ ...found, customerName: 'Tom\r\nBcc: all@inbox.test' });
    expect(text).toContain('Tom Bcc: all@inbox.test,');
    expect(subject).not.toMatch(/[\r\n]/);
  });
});
