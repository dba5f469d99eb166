import { describe, expect, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import type { DraftedReply } from '#contracts/answers/drafted-reply.ts';
import { answerSchemas } from '#contracts/answers/index.ts';
import { categoriesIn, categoriesOf } from '#contracts/categories-of.ts';
import { Enquiry } from '#contracts/enquiry.ts';
import type { Interaction } from '#contracts/interaction.ts';
import { marked, markOf, type Plain, plain } from '#contracts/marks.ts';
import type { Order } from '#contracts/order.ts';
import { type PromptInput, promptInputs } from '#contracts/prompts/index.ts';
import { partsOf } from '#contracts/schema-parts.ts';

type Facts = PromptInput<'reply_material'>['facts'];

describe('the type of a marked field', () => {
  test('keeps it out of a field that tells of nobody, and of one that tells of something else', () => {
    expectTypeOf<Enquiry['from']>().not.toExtend<Plain>();
    expectTypeOf<Enquiry['from']>().not.toExtend<Order['status']>();
    expectTypeOf<Enquiry['from']>().not.toExtend<Facts['customerName']>();
    expectTypeOf<Enquiry['from']>().not.toExtend<PromptInput<'customer_words'>['text']>();
    expectTypeOf<Order['number']>().not.toExtend<Facts['customerName']>();
    expectTypeOf<Enquiry['from']>().not.toExtend<Facts['situation']>();
  });

  test('lets what is written out, and what tells of less, stand where more may be told', () => {
    expectTypeOf<string>().toExtend<Enquiry['from']>();
    expectTypeOf<string>().toExtend<Plain>();
    expectTypeOf<Order['number']>().toExtend<DraftedReply['text']>();
    expectTypeOf<NonNullable<Enquiry['name']>>().toExtend<Facts['customerName']>();
    expectTypeOf<Enquiry['text']>().toExtend<Interaction['summary']>();
  });
});

describe('what a value tells of', () => {
  const enquiry = { from: 'mara@example.org', text: '' };

  test('is what its fields say that hold something', () => {
    expect(categoriesOf(Enquiry, enquiry)).toEqual(['personal.email']);
    expect(categoriesOf(Enquiry, { ...enquiry, name: 'Mara' })).toEqual([
      'personal.email',
      'personal.name',
      'untrusted',
    ]);
    expect(categoriesIn(Enquiry)).toEqual(['personal.email', 'personal.message', 'personal.name', 'untrusted']);
  });

  test('is found through all that may stand around a field', () => {
    const health = marked(z.string(), 'special.health');
    const deep = z.strictObject({
      list: z.array(z.strictObject({ note: health.nullable().optional() })).readonly(),
      either: z.union([
        z.strictObject({ kind: z.literal('a') }),
        z.strictObject({ iban: marked(z.string(), 'financial.bank') }),
      ]),
      byName: z.record(z.string(), marked(z.string(), 'secret').default('')),
      piped: z.string().pipe(marked(z.string(), 'personal.phone')).optional(),
    });
    const empty = { list: [{ note: null }, {}], either: { kind: 'a' }, byName: { one: '' } };
    expect(categoriesOf(deep, empty)).toEqual([]);
    expect(categoriesOf(deep, { ...empty, list: [{}, { note: 'flu' }] })).toEqual(['special.health']);
    expect(categoriesOf(deep, { ...empty, either: { iban: 'DE02' } })).toEqual(['financial.bank']);
    expect(categoriesOf(deep, { ...empty, byName: { one: 'x' } })).toEqual(['secret']);
    expect(categoriesOf(deep, { ...empty, piped: '0151' })).toEqual(['personal.phone']);
  });

  test('stays with a field that was described, made optional or put into another object since', () => {
    const phone = marked(z.string(), 'personal.phone');
    const schema = z.strictObject({ phone }).extend({ other: phone.max(20).meta({ description: 'x' }).optional() });
    expect(categoriesOf(schema, { phone: '', other: '0151' })).toEqual(['personal.phone']);
  });

  test('is of nobody else, where a schema that many fields share is marked in one of them', () => {
    const shared = z.string();
    const schema = z.strictObject({ told: marked(shared, 'personal.name'), untold: shared, none: plain(shared) });
    expect(categoriesOf(schema, { told: '', untold: 'x', none: 'y' })).toEqual([]);
  });
});

describe('no text goes to a model or comes from it', () => {
  const schemas = { ...promptInputs, ...answerSchemas };

  test.each(Object.keys(schemas) as (keyof typeof schemas)[])('unmarked: %s', (name) => {
    expect(unmarkedTexts(schemas[name], name)).toEqual([]);
  });

  test('without the walk noticing', () => {
    expect(unmarkedTexts(z.strictObject({ a: z.array(z.string()), b: z.enum(['c']) }), 'x')).toEqual(['x.a']);
  });
});

function unmarkedTexts(schema: z.ZodType, path: string): string[] {
  if (markOf(schema)) return [];
  if (schema._zod.def.type === 'string') return [path];
  return partsOf(schema).flatMap(({ at, schema: part }) =>
    unmarkedTexts(part, typeof at === 'object' ? `${path}.${at.field}` : path),
  );
}
