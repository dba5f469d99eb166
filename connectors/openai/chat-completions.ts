import type OpenAI from 'openai';
import { z } from 'zod';
import type { ModelReply } from '#contracts/ports/model.ts';
import { AnsweredToken, toldTokens } from './answered-token.ts';
import type { Asking, Waiting } from './asking.ts';
import { isFailed, readAnswer, refused, unofferedTool, Version } from './read-answer.ts';
import { TokenCount } from './token-count.ts';

/** Asks by Chat Completions, which every provider of the protocol has. */
export async function askChatCompletions(
  client: OpenAI,
  { model, turns, mostOutputTokens, form, wantsLogProbabilities }: Asking,
  waiting: Waiting,
): Promise<ModelReply> {
  const format = form && { response_format: { type: 'json_schema' as const, json_schema: form } };
  const telling = wantsLogProbabilities ? { logprobs: true } : {};
  // By this name every provider of the protocol knows it, the newer one only some.
  const limit = { max_tokens: mostOutputTokens };
  const asked = { model, messages: turns, ...limit, ...format, ...telling };
  const response = await client.chat.completions.create(asked, waiting).asResponse();
  const completion = await readAnswer(response, Completion);
  return isFailed(completion) ? completion : replyOf(completion);
}

const ToolCall = z.object({ function: z.object({ name: z.string() }).optional() });

const Completion = z.object({
  model: Version,
  choices: z.array(
    z.object({
      finish_reason: z.string().nullish(),
      message: z.object({
        content: z.string().nullish(),
        refusal: z.string().nullish(),
        tool_calls: z.array(ToolCall).nullish(),
      }),
      logprobs: z.object({ content: z.array(AnsweredToken).nullish() }).nullish(),
    }),
  ),
  usage: z.object({ prompt_tokens: TokenCount, completion_tokens: TokenCount }).nullish().catch(null),
});
type Completion = z.infer<typeof Completion>;

function replyOf({ model, choices, usage }: Completion): ModelReply {
  const [choice] = choices;
  const used = {
    version: model,
    inputTokens: usage?.prompt_tokens ?? null,
    outputTokens: usage?.completion_tokens ?? null,
  };
  const { refusal, tool_calls: tools, content } = choice?.message ?? {};
  if (refusal) return refused(refusal, used);
  if (choice?.finish_reason === 'content_filter') return refused("the provider's content filter stopped it", used);
  if (tools && tools.length > 0) return unofferedTool(tools.map((tool) => tool.function?.name ?? 'without a name'));
  const cutOff = choice?.finish_reason === 'length' ? { isCutOff: true as const } : {};
  return { kind: 'text', text: content ?? '', ...toldTokens(choice?.logprobs?.content), ...cutOff, ...used };
}
