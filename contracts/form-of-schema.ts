import { z } from 'zod';
import { ApprovalForm } from './approval-form.ts';
import type { ApprovalPoint } from './snapshot.ts';

type Amounts = NonNullable<ApprovalPoint['amounts']>;

const WrittenSchema = z.object({
  properties: z.record(z.string(), z.looseObject({ type: z.string() })),
  required: z.array(z.string()).default([]),
});

/**
 * The form of a process's schema, with the limits of the registry in it. An amount that the registry names no limit
 * for is not asked for. Throws where the schema has a field that no door could show.
 */
export function formOfSchema(schema: z.ZodObject, amounts: Amounts = {}): ApprovalForm {
  const { properties, required } = writtenAs(schema);
  const asked = Object.entries(properties).flatMap(([name, field]): [string, unknown][] => {
    const titled = { title: name, ...field };
    if (field.type !== 'object') return [[name, titled]];
    const limits = Object.hasOwn(amounts, name) ? amounts[name] : undefined;
    return limits ? [[name, amountField(titled, limits)]] : [];
  });
  const order = asked.map(([name]) => name);
  return ApprovalForm.parse({
    type: 'object',
    properties: Object.fromEntries(asked),
    order,
    required: required.filter((name) => order.includes(name)),
    additionalProperties: false,
  });
}

/** Names of the amounts that a schema asks for, and of those it cannot do without. */
export function amountsOf(schema: z.ZodObject): { all: string[]; needed: string[] } {
  const { properties, required } = writtenAs(schema);
  const all = Object.entries(properties).flatMap(([name, { type }]) => (type === 'object' ? [name] : []));
  return { all, needed: all.filter((name) => required.includes(name)) };
}

function writtenAs(schema: z.ZodObject): z.infer<typeof WrittenSchema> {
  return WrittenSchema.parse(z.toJSONSchema(schema, { io: 'input' }));
}

function amountField({ title, description }: Record<string, unknown>, limits: Amounts[string]) {
  return {
    title,
    description,
    type: 'object',
    oneOf: limits.map(({ currency, upTo }) => ({
      type: 'object',
      properties: { amount: { type: 'integer', minimum: 1, maximum: upTo }, currency: { const: currency } },
      required: ['amount', 'currency'],
      additionalProperties: false,
    })),
  };
}
