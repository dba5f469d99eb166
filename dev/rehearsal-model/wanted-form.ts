import { type ChatRequest, JsonSchema, type ResponseFormat } from './chat-request.ts';

/** The form of the answer: held to a schema, or asked for in the words of the system text, as one may have to. */
export function wantedForm({ messages, response_format: format }: ChatRequest): ResponseFormat {
  if (format.type !== 'text') return format;
  const system = messages.find(({ role }) => role === 'system')?.content ?? '';
  const asked = /JSON schema, which is called (?<name>\w+):\n(?<schema>\{.*\})\s*$/.exec(system)?.groups;
  if (!asked) return format;
  const schema = JsonSchema.parse(JSON.parse(asked.schema ?? ''));
  return { type: 'json_schema', json_schema: { name: asked.name ?? '', schema } };
}
