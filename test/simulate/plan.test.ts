import { describe, expect, test } from 'vitest';
import { mailKinds } from './plan/mail-kinds.ts';
import { hashOf, planMonth } from './plan/plan.ts';
import { rawMailOf } from './plan/raw-mail.ts';

const month = planMonth({ seed: 1, mails: 3_000 });
const mails = month.days.flatMap((day) => day.mails);
const troubles = month.days.flatMap((day) => day.troubles);

describe('the plan of a month', () => {
  test('is the same for the same seed, and another for another', () => {
    const hash = hashOf(planMonth({ seed: 1, mails: 40 }));
    expect(hashOf(planMonth({ seed: 1, mails: 40 }))).toBe(hash);
    expect(hashOf(planMonth({ seed: 2, mails: 40 }))).not.toBe(hash);
  });

  test('brings as many mails as were ordered over its thirty days, of every kind', () => {
    expect(mails.map(({ number }) => number)).toEqual(Array.from({ length: 3_000 }, (_, index) => index + 1));
    expect(month.days).toHaveLength(30);
    expect(new Set(mails.map(({ kind }) => kind))).toEqual(new Set([...mailKinds.map(({ name }) => name), 'reply']));
  });

  test('has copies, attachments, replies to earlier mails, and every way in', () => {
    expect(mails.some(({ copies }) => copies > 1)).toBe(true);
    expect(mails.some(({ attachments }) => attachments.length > 0)).toBe(true);
    expect(
      mails.filter(({ follows }) => follows !== null).every(({ follows, number }) => Number(follows) < number),
    ).toBe(true);
    expect(new Set(mails.map(({ door }) => door))).toEqual(new Set(['smtp', 'http', 'form']));
  });

  test('has everything go wrong, in the shortest month too', () => {
    const kinds = new Set(troubles.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual([
      'api-killed',
      'database-lost',
      'mail-fault',
      'model-fault',
      'switched-off',
      'worker-killed',
    ]);
    const short = planMonth({ seed: 1, mails: 25 }).days.flatMap((day) => day.troubles);
    expect(new Set(short.map(({ kind }) => kind))).toEqual(kinds);
  });

  test('writes each mail the same to the byte, in ASCII headers', () => {
    const mail = mails.find(({ attachments }) => attachments.length > 0);
    if (!mail) throw new Error('the month has no attachment');
    const raw = rawMailOf({ ...mail, name: 'Jörg Über' });
    expect(rawMailOf({ ...mail, name: 'Jörg Über' })).toBe(raw);
    expect(raw.slice(0, raw.indexOf('\r\n\r\n'))).toMatch(/^[\x20-\x7e\r\n]*$/);
    expect(raw).toContain('filename="photograph.png"');
  });
});
