import { z } from 'zod';

const ContentPart = z.object({ type: z.literal('text'), text: z.string() });

const Content = z
  .union([z.string(), z.array(ContentPart)])
  .transform((content) => (typeof content === 'string' ? content : content.map(({ text }) => text).join('\n')));

export const ChatMessage = z.object({
  role: z.enum(['system', 'developer', 'user', 'assistant']),
  content: Content,
});
export type ChatMessage = z.infer<typeof ChatMessage>;

/** JSON Schema, as far as the minimal answer looks into it. */
export const JsonSchema = z.record(z.string(), z.unknown());
export type JsonSchema = z.infer<typeof JsonSchema>;

const ResponseFormat = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text') }),
  z.object({ type: z.literal('json_object') }),
  z.object({ type: z.literal('json_schema'), json_schema: z.object({ name: z.string(), schema: JsonSchema }) }),
]);
export type ResponseFormat = z.infer<typeof ResponseFormat>;

/** What the chat completions endpoint understands of a request; the rest has no effect on rules. */
export const ChatRequest = z.object({
  model: z.string().min(1),
  messages: z.array(ChatMessage).min(1),
  response_format: ResponseFormat.default({ type: 'text' }),
  stream: z.literal(false, { error: 'The rehearsal model does not stream; leave "stream" out.' }).nullish(),
});
export type ChatRequest = z.infer<typeof ChatRequest>;
