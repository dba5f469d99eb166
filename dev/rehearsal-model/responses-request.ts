import { z } from 'zod';
import { ChatMessage, type ChatRequest, JsonSchema } from './chat-request.ts';

const Format = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text') }),
  z.object({ type: z.literal('json_object') }),
  z.object({ type: z.literal('json_schema'), name: z.string(), schema: JsonSchema }),
]);

/** A request to Responses, read as the chat that it is to rules. */
export const ResponsesRequest = z
  .object({
    model: z.string().min(1),
    input: z.array(ChatMessage).min(1),
    text: z.object({ format: Format.default({ type: 'text' }) }).optional(),
    stream: z.literal(false, { error: 'The rehearsal model does not stream; leave "stream" out.' }).nullish(),
  })
  .transform(({ model, input: messages, text }): ChatRequest => {
    const { format = { type: 'text' } } = text ?? {};
    return { model, messages, response_format: chatFormatOf(format) };
  });

function chatFormatOf(format: z.infer<typeof Format>): ChatRequest['response_format'] {
  if (format.type !== 'json_schema') return format;
  const { name, schema } = format;
  return { type: 'json_schema', json_schema: { name, schema } };
}
