import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ApprovalForm, checkerOf } from '#contracts/approval-form.ts';
import { formOfSchema } from '#contracts/form-of-schema.ts';
import { fieldsOfTexts, hintOf, textOfValue } from '#contracts/form-text.ts';
import { placesOf } from '#contracts/http/places.ts';
import { formatMoney, Money, parseMoney } from '#contracts/money.ts';
import { processDefinitions } from '#contracts/processes/index.generated.ts';
import { ComplaintReview } from '#contracts/processes/triage-enquiry.ts';
import { line } from '#contracts/text.ts';

const amounts = {
  goodwill: [
    { currency: 'EUR', upTo: 5_000 },
    { currency: 'GBP', upTo: 4_500 },
  ],
};
const review = formOfSchema(ComplaintReview, amounts);

/** What is wrong with fields, as a door names it. */
function mistakes(form: ApprovalForm, fields: unknown): string[] {
  const checked = checkerOf(form).safeParse(fields);
  return checked.success
    ? []
    : placesOf(checked.error, '/fields').map(({ pointer, detail }) => `${pointer}: ${detail}`);
}

/** Each kind of field, with what it is in zod and values that it takes and does not. */
const kinds = {
  choice: fc
    .uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 5 })
    .map(([first = 'a', ...others]) => ({
      schema: z.enum([first, ...others]),
      good: fc.constantFrom(first, ...others),
      bad: fc.constantFrom<unknown>('', 'NOT-ONE', 1, null, [first]),
    })),
  line: fc.integer({ min: 1, max: 60 }).map((length) => ({
    schema: line(length).min(1),
    good: fc.stringMatching(/^[a-z ]+$/).map((words) => words.slice(0, length)),
    bad: fc.constantFrom<unknown>('', 'x'.repeat(length + 1), 7, null),
  })),
  whole: fc.tuple(fc.integer({ min: -1_000, max: 0 }), fc.integer({ min: 1, max: 1_000 })).map(([min, max]) => ({
    schema: z.int().min(min).max(max),
    good: fc.integer({ min, max }),
    bad: fc.constantFrom<unknown>(min - 1, max + 1, 0.5, '1', null),
  })),
  yesNo: fc.constant({
    schema: z.boolean(),
    good: fc.boolean(),
    bad: fc.constantFrom<unknown>('yes', 0, null),
  }),
};

const anyForm = fc
  .dictionary(
    fc.stringMatching(/^f[a-z]{1,6}$/),
    fc.record({ kind: fc.oneof(...Object.values(kinds)), needed: fc.boolean() }),
    { minKeys: 1, maxKeys: 5 },
  )
  .map((fields) => {
    const shape = Object.entries(fields).map(([name, { kind, needed }]) => {
      const schema: z.ZodType = kind.schema;
      return [name, needed ? schema : schema.optional()] as const;
    });
    return { fields, schema: z.strictObject(Object.fromEntries(shape)) };
  });

describe('a form made of a schema', () => {
  test('takes what the schema takes, and nothing else', () => {
    fc.assert(
      fc.property(
        anyForm.chain(({ fields, schema }) => {
          const values = Object.entries(fields).map(([name, { kind }]) => {
            const value = fc.oneof<fc.Arbitrary<unknown>[]>(kind.good, kind.bad, fc.constant(undefined));
            return [name, value] as const;
          });
          return fc.record({ schema: fc.constant(schema), given: fc.record(Object.fromEntries(values)) });
        }),
        ({ schema, given }) => {
          const fields = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
          const pinned = ApprovalForm.parse(JSON.parse(JSON.stringify(formOfSchema(schema))));
          const checked = checkerOf(pinned).safeParse(fields);
          expect(checked.success).toBe(schema.safeParse(fields).success);
          if (checked.success) expect(checked.data).toEqual(schema.parse(fields));
        },
      ),
    );
  });

  test('refuses each field that nobody asked for, by its name', () => {
    fc.assert(
      fc.property(anyForm, fc.stringMatching(/^x[a-z]{1,6}$/), ({ schema }, name) => {
        expect(mistakes(formOfSchema(schema), { [name]: 1 })).toContain(`/fields/${name}: there is no such field here`);
      }),
    );
  });

  test.for([
    ['a schema in it', z.strictObject({ inner: z.strictObject({ deep: z.strictObject({}) }).array() })],
    ['a line without an end', z.strictObject({ words: z.string() })],
    ['a number that is not whole', z.strictObject({ share: z.number() })],
    ['a field that goes by the name of erased content', z.strictObject({ kind: z.boolean() })],
  ] as const)('is not made of %s, which no door could show', ([, schema]) => {
    expect(() => formOfSchema(schema)).toThrow(z.ZodError);
  });

  test('is made of every form of every process, for each of which there are words', () => {
    for (const definition of processDefinitions) {
      const forms = 'forms' in definition ? Object.values(definition.forms ?? {}) : [];
      for (const schema of forms)
        for (const field of Object.values(formOfSchema(schema, amounts).properties)) expect(hintOf(field)).not.toBe('');
    }
  });
});

describe('the review of a complaint', () => {
  test.for([
    [{ resolution: 'apology' }],
    [{ resolution: 'no-fault', goodwill: { amount: 1, currency: 'EUR' } }],
    [{ resolution: 'replacement', goodwill: { amount: 5_000, currency: 'EUR' } }],
    [{ resolution: 'refund-proposed', goodwill: { amount: 4_500, currency: 'GBP' } }],
  ])('takes %j', ([fields]) => {
    expect(mistakes(review, fields)).toEqual([]);
  });

  test.for<[unknown, string]>([
    [{}, '/fields/resolution: must be one of apology, replacement, refund-proposed, no-fault'],
    [{ resolution: 'burn' }, '/fields/resolution: must be one of apology, replacement, refund-proposed, no-fault'],
    [{ resolution: 'apology', goodwill: 5 }, '/fields/goodwill: must be an amount with its currency'],
    [{ resolution: 'apology', goodwill: { amount: 5 } }, '/fields/goodwill/currency: '],
    [{ resolution: 'apology', goodwill: { amount: 0, currency: 'EUR' } }, '/fields/goodwill/amount: '],
    [{ resolution: 'apology', goodwill: { amount: 1.5, currency: 'EUR' } }, '/fields/goodwill/amount: '],
    [
      { resolution: 'apology', goodwill: { amount: 5_001, currency: 'EUR' } },
      '/fields/goodwill/amount: must be at most 5000, which is 50.00 EUR',
    ],
    [{ resolution: 'apology', goodwill: { amount: 4_501, currency: 'GBP' } }, '/fields/goodwill/amount: must be'],
    [{ resolution: 'apology', goodwill: { amount: 1, currency: 'USD' } }, '/fields/goodwill/currency: '],
    [{ resolution: 'apology', refund: true }, '/fields/refund: there is no such field here'],
  ])('does not take %j, and says why', ([fields, why]) => {
    expect(mistakes(review, fields)).toEqual([expect.stringContaining(why)]);
  });

  test('asks for no goodwill where the registry names no limit', () => {
    expect(Object.keys(formOfSchema(ComplaintReview).properties)).toEqual(['resolution']);
  });
});

describe('fields as people type them', () => {
  test('are read by what the form asks for', () => {
    const form = formOfSchema(
      z.strictObject({
        resolution: z.enum(['a']),
        goodwill: Money,
        count: z.int().min(0).max(9),
        sure: z.boolean(),
        note: line(9),
      }),
      amounts,
    );
    const typed = { resolution: ' a ', goodwill: '25.50 EUR', count: '7', sure: 'Yes', note: '' };
    expect(fieldsOfTexts(form, typed)).toEqual({
      resolution: 'a',
      goodwill: { amount: 2_550, currency: 'EUR' },
      count: 7,
      sure: true,
    });
  });

  test('stay as they are where they cannot be read, for the check to name them', () => {
    const fields = fieldsOfTexts(review, { resolution: 'apology', goodwill: 'a lot', __proto__x: 'y' });
    expect(fields).toEqual({ resolution: 'apology', goodwill: 'a lot', __proto__x: 'y' });
    expect(mistakes(review, fields)).toHaveLength(2);
  });

  test('an amount is read as it is shown, in any currency', () => {
    const currency = fc.constantFrom('EUR', 'GBP', 'JPY', 'KWD', 'CHF');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), currency, (amount, code) => {
        const shown = formatMoney({ amount, currency: code });
        expect(parseMoney(shown.replaceAll(',', ''))).toEqual({ amount, currency: code });
        expect(textOfValue({ amount, currency: code })).toBe(shown);
      }),
    );
  });

  test.for(['', '25', 'EUR 25', '25.505 EUR', '-1 EUR', '1e3 EUR', '25 eur', '1.5 JPY'])(
    '%j is no amount',
    (written) => {
      expect(parseMoney(written)).toBeUndefined();
    },
  );

  test('a whole amount is in the units people speak of', () => {
    expect(parseMoney('25 EUR')).toEqual({ amount: 2_500, currency: 'EUR' });
    expect(formatMoney({ amount: 129_000, currency: 'EUR' })).toBe('1,290.00 EUR');
  });
});
