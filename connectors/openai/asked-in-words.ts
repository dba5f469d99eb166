import type { ModelCall } from '#contracts/ports/model.ts';

/** The system text for a model whose provider does not hold answers to a schema: the form is asked for in words. */
export function askedInWords({
  system,
  schemaName,
  schema,
}: Pick<ModelCall, 'system' | 'schemaName' | 'schema'>): string {
  const form = 'Answer with one JSON object and nothing else: no words before or after it, and no code fence.';
  return `${system}\n\n${form} It has to be valid by this JSON schema, which is called ${schemaName}:\n${JSON.stringify(schema)}`;
}

/** Some put a fence around an answer, whatever they are told. What is inside is the answer. */
export function withoutFence(text: string): string {
  return /^\s*```(?:json)?\s*\n(?<inside>[\s\S]*?)\n?```\s*$/.exec(text)?.groups?.inside ?? text;
}
