import { z } from 'zod';
import { formatMoney, Money } from './money.ts';
import { line } from './text.ts';

const words = { title: z.string(), description: z.string().optional() };

/** An amount in one of the currencies that the registry names at the point, up to its limit there. */
const AmountField = z.strictObject({
  ...words,
  type: z.literal('object'),
  oneOf: z
    .array(
      z.strictObject({
        type: z.literal('object'),
        properties: z.strictObject({
          amount: z.strictObject({ type: z.literal('integer'), minimum: z.literal(1), maximum: z.int() }),
          currency: z.strictObject({ const: z.string() }),
        }),
        required: z.tuple([z.literal('amount'), z.literal('currency')]),
        additionalProperties: z.literal(false),
      }),
    )
    .min(1),
});
export type AmountField = z.infer<typeof AmountField>;

/** One of a list, a line of text, a whole number, yes or no, or an amount. */
export const FormField = z.union([
  z.strictObject({ ...words, type: z.literal('string'), enum: z.array(z.string()).min(1) }),
  z.strictObject({ ...words, type: z.literal('string'), minLength: z.int().default(0), maxLength: z.int() }),
  z.strictObject({ ...words, type: z.literal('integer'), minimum: z.int(), maximum: z.int() }),
  z.strictObject({ ...words, type: z.literal('boolean') }),
  AmountField,
]);
export type FormField = z.infer<typeof FormField>;

/** Never `kind`, which is what erased content goes by. */
const FieldName = z.string().regex(/^(?!kind$)[a-zA-Z][a-zA-Z0-9]*$/);

/** What a task asks for with the decision, as JSON Schema of the few shapes that every door can show and check. */
export const ApprovalForm = z
  .strictObject({
    type: z.literal('object'),
    properties: z.record(FieldName, FormField),
    /** As the process asks for them: an object in the database keeps no order. */
    order: z.array(z.string()),
    required: z.array(z.string()).default([]),
    additionalProperties: z.literal(false),
  })
  .meta({ id: 'ApprovalForm' });
export type ApprovalForm = z.infer<typeof ApprovalForm>;

/** The fields of a decision, as they came in. */
export const DecisionFields = z.record(z.string().max(100), z.unknown()).meta({ id: 'DecisionFields' });
export type DecisionFields = z.infer<typeof DecisionFields>;

export interface AskedField {
  name: string;
  field: FormField;
  isNeeded: boolean;
}

/** The fields of a form in their order. */
export function fieldsAsked({ order, properties, required }: ApprovalForm): AskedField[] {
  return order.flatMap((name) => {
    const field = properties[name];
    return field ? [{ name, field, isNeeded: required.includes(name) }] : [];
  });
}

/** What checks the fields that a form asks for. */
export function checkerOf(form: ApprovalForm): z.ZodType<DecisionFields> {
  const checkers = fieldsAsked(form).map(({ name, field, isNeeded }): [string, z.ZodType] => {
    const checker = checkerOfField(field);
    return [name, isNeeded ? checker : checker.optional()];
  });
  return z.strictObject(Object.fromEntries(checkers));
}

function checkerOfField(field: FormField): z.ZodType {
  if ('oneOf' in field) return checkerOfAmount(field);
  if ('enum' in field) return z.enum(field.enum);
  switch (field.type) {
    case 'string':
      return line(field.maxLength).min(field.minLength);
    case 'integer':
      return z.int().min(field.minimum).max(field.maximum);
    case 'boolean':
      return z.boolean();
  }
}

function checkerOfAmount({ oneOf }: AmountField): z.ZodType<Money> {
  const currencies = oneOf.map(({ properties }) => properties.currency.const);
  const amounts = z.strictObject({ ...Money.shape, currency: z.enum(currencies) }, { error: sayNoAmount });
  return amounts.superRefine(({ amount, currency }, context) => {
    const limit = oneOf.find(({ properties }) => properties.currency.const === currency)?.properties.amount.maximum;
    if (limit === undefined || amount <= limit) return;
    const message = `must be at most ${limit}, which is ${formatMoney({ amount: limit, currency })}`;
    context.addIssue({ code: 'custom', path: ['amount'], message });
  });
}

/** What was typed stays a text where no amount can be read from it. */
function sayNoAmount({ code, input }: { code: string; input?: unknown }): string | undefined {
  return code === 'invalid_type' && input !== undefined ? 'must be an amount with its currency' : undefined;
}
