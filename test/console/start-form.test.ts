import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createShowProcess } from '#api/use-cases/show-process.ts';
import { createKeyFor } from '#console/ask/key-for.ts';
import { createFindMistakes, mistakesIn } from '#console/start/find-mistakes.ts';
import { exampleIn, fieldsOf } from '#console/start/form-schema.ts';
import { type Typed, typedOf, valuesOf } from '#console/start/typed-values.ts';
import type { Person } from '#contracts/person.ts';
import type { ProcessDefinition } from '#contracts/process-definition.ts';
import { answerOrderStatus } from '#contracts/processes/answer-order-status.ts';
import { processDefinitions } from '#contracts/processes/index.generated.ts';

const input = z.strictObject({
  note: z.string().max(100).optional(),
  from: z.email(),
  amount: z.int().min(1).max(50),
  text: z.string().max(20_000),
  due: z.iso.datetime({ offset: true }).optional(),
  urgent: z.boolean().default(false),
  kind: z.enum(['return', 'repair']),
  tags: z.array(z.string().max(5)).default([]),
  parts: z.array(z.strictObject({ name: z.string().min(2), count: z.int() })).default([]),
});
const schema = z.toJSONSchema(input, { io: 'input' }) as Record<string, unknown>;
const fields = fieldsOf(schema);
const sam: Person = { id: 'sam', name: 'Sam', email: 'sam@shop.example', roles: ['staff'], teams: [] };

const complete: Typed = {
  from: ' ada@shop.example ',
  amount: '7',
  text: 'Two lines\n\nof it ',
  due: '2026-11-23T10:30',
  urgent: true,
  kind: 'repair',
  tags: 'one\n\n two \n',
  parts: [{ name: 'shelf', count: '2' }],
  note: '',
};

describe('a form made from a schema', () => {
  test('asks first for what is needed, each by the control that fits', () => {
    expect(fields.map(({ name, control }) => [name, control.kind])).toEqual([
      ['from', 'line'],
      ['amount', 'line'],
      ['text', 'text'],
      ['kind', 'choice'],
      ['note', 'line'],
      ['due', 'moment'],
      ['urgent', 'tick'],
      ['tags', 'lines'],
      ['parts', 'groups'],
    ]);
  });

  test('gives what was typed as the values that the schema takes', () => {
    const values = valuesOf(fields, complete);
    expect(values).toEqual({
      from: 'ada@shop.example',
      amount: 7,
      text: 'Two lines\n\nof it ',
      due: new Date('2026-11-23T10:30').toISOString(),
      urgent: true,
      kind: 'repair',
      tags: ['one', 'two'],
      parts: [{ name: 'shelf', count: 2 }],
    });
    expect(createFindMistakes(schema)(values)).toEqual({});
    expect(input.safeParse(values).success).toBe(true);
  });

  test('is filled with values as one would have typed them', () => {
    expect(valuesOf(fields, typedOf(fields, valuesOf(fields, complete)))).toEqual(valuesOf(fields, complete));
    expect(typedOf(fields, { amount: 7, unknown: 'x' })).toEqual({ amount: '7' });
    expect(typedOf(fields, 'nothing of it')).toEqual({});
  });

  test.each(processDefinitions)('can be sent as it is with the example of $name', (definition) => {
    const definitions = new Map([[definition.name, definition as ProcessDefinition]]);
    const shown = createShowProcess({ definitions, mayStart: () => true })(sam, definition.name).input;
    const filled = valuesOf(fieldsOf(shown), typedOf(fieldsOf(shown), exampleIn(shown)));
    expect(filled).toEqual(definition.example);
    expect(createFindMistakes(shown)(filled)).toEqual({});
    expect(definition.input.safeParse(filled).success).toBe(true);
  });

  test('says of each field in plain words what is wrong with it', () => {
    const wrong = { from: 'ada', amount: 'many', text: ' ', kind: '', tags: 'longer', parts: [{ name: 'x' }] };
    expect(createFindMistakes(schema)(valuesOf(fields, wrong))).toEqual({
      from: 'This is no e-mail address. It should look like name@shop.example.',
      amount: 'This is no number.',
      text: 'Fill this in.',
      kind: 'Fill this in.',
      'tags/0': 'At most 5 characters.',
      'parts/0/name': 'At least 2 characters.',
      'parts/0/count': 'Fill this in.',
    });
    expect(createFindMistakes(schema)({ ...valuesOf(fields, complete), amount: 51 })).toEqual({
      amount: 'At most 50.',
    });
  });

  test('finds right what the process itself finds right', () => {
    const find = createFindMistakes(
      z.toJSONSchema(answerOrderStatus.input, { io: 'input' }) as Record<string, unknown>,
    );
    expect(find({ from: 'tom@brightmail.example', text: 'Where is it?' })).toEqual({});
    expect(find({ text: 'Where is it?' })).toEqual({ from: 'Fill this in.' });
  });

  test('shows at the field what the API alone can know', () => {
    const places = [
      { pointer: '/input/orderNumber', detail: 'must be one line, without CR or LF' },
      { pointer: 'header Idempotency-Key', detail: 'is too long' },
    ];
    const problem = { type: '', title: '', status: 422, detail: '', code: 'input-invalid', facts: {}, places };
    expect(mistakesIn({ ...problem, retry: 'never' })).toEqual({ orderNumber: 'must be one line, without CR or LF' });
  });

  test('is sent under one key until something else is asked for', () => {
    const keyFor = createKeyFor();
    const key = keyFor({ from: 'a' });
    expect(keyFor({ from: 'a' })).toBe(key);
    expect(keyFor({ from: 'b' })).not.toBe(key);
  });
});
