import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { answerSchemas } from '#contracts/answers/index.ts';

/** What a model may say, field by field; whatever is not here nothing reads. */
const allowed: Readonly<Record<keyof typeof answerSchemas, readonly string[]>> = {
  drafted_reply: ['confidence', 'subject', 'text'],
  cited_answer: ['closing', 'confidence', 'greeting', 'missing', 'statements', 'subject'],
  text_answer: ['confidence', 'text'],
  enquiry_classification: ['category', 'confidence', 'language', 'orderNumber', 'reason', 'sentiment', 'urgency'],
};
const decides =
  /to$|cc$|recipient|address|mail|url|link|href|host|iban|account|bank|limit|amount|price|tool|function|process|workflow|approv|person|role|send|policy|file|path|command/i;

describe.each(Object.entries(answerSchemas))('the answer %s', (name, schema) => {
  const json = z.toJSONSchema(schema) as JsonSchema;

  test('has these fields and is closed at every level', () => {
    expect(Object.keys(json.properties ?? {}).toSorted()).toEqual(allowed[name as keyof typeof allowed]);
    for (const part of objectsIn(json)) expect(part.additionalProperties).toBe(false);
  });

  test('has no field that could choose a recipient, an address, an account, a limit, a tool, a process or an approval', () => {
    expect(
      objectsIn(json)
        .flatMap((part) => Object.keys(part.properties ?? {}))
        .filter((field) => decides.test(field)),
    ).toEqual([]);
  });

  test.each(['to', 'url', 'iban', 'limit', 'tool', 'process', 'approved', 'tool_calls'])(
    'is refused whole with a field %s',
    (field) => {
      const right = {
        subject: 'a',
        text: 'b',
        confidence: 1,
        category: 'other',
        urgency: 'low',
        sentiment: 'neutral',
        reason: '',
        language: 'en',
        orderNumber: null,
        greeting: 'Hello,',
        statements: [{ text: 'b', citations: ['warranty@1#1'] }],
        missing: null,
        closing: '',
      };
      const fields = Object.fromEntries(Object.entries(right).filter(([key]) => key in (json.properties ?? {})));
      expect(schema.safeParse(fields).success).toBe(true);
      expect(schema.safeParse({ ...fields, [field]: 'x' }).success).toBe(false);
    },
  );
});

interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  anyOf?: readonly JsonSchema[];
  additionalProperties?: unknown;
}

function objectsIn(schema: JsonSchema): JsonSchema[] {
  const inner = [
    ...Object.values(schema.properties ?? {}),
    ...(schema.items ? [schema.items] : []),
    ...(schema.anyOf ?? []),
  ];
  return [...(schema.properties ? [schema] : []), ...inner.flatMap(objectsIn)];
}
