import type OpenAI from 'openai';
import { z } from 'zod';
import type { ModelReply } from '#contracts/ports/model.ts';
import { AnsweredToken, toldTokens } from './answered-token.ts';
import type { Asking, Waiting } from './asking.ts';
import { isFailed, readAnswer, refused, unofferedTool, Version } from './read-answer.ts';
import { TokenCount } from './token-count.ts';

/** Asks by Responses. Nothing is left with the provider to be fetched again. */
export async function askResponses(
  client: OpenAI,
  { model, turns, mostOutputTokens, form, wantsLogProbabilities }: Asking,
  waiting: Waiting,
): Promise<ModelReply> {
  const format = form && { text: { format: { type: 'json_schema' as const, ...form } } };
  const telling = wantsLogProbabilities ? { include: ['message.output_text.logprobs' as const] } : {};
  const asked = { model, input: turns, max_output_tokens: mostOutputTokens, store: false, ...format, ...telling };
  const response = await readAnswer(await client.responses.create(asked, waiting).asResponse(), Answered);
  return isFailed(response) ? response : replyOf(response);
}

const Part = z.object({
  type: z.string(),
  text: z.string().optional(),
  refusal: z.string().optional(),
  logprobs: z.array(AnsweredToken).nullish(),
});

/** Thoughts of the model are items too, which nobody asked to see; whatever else it wants is named by its type. */
const Item = z.object({ type: z.string(), name: z.string().optional(), content: z.array(Part).nullish() });

const Answered = z.object({
  model: Version,
  output: z.array(Item),
  incomplete_details: z.object({ reason: z.string().nullish() }).nullish(),
  usage: z.object({ input_tokens: TokenCount, output_tokens: TokenCount }).nullish().catch(null),
});
type Answered = z.infer<typeof Answered>;

const ofTheAnswer = ['message', 'reasoning'];

function replyOf({ model, output, incomplete_details: incomplete, usage }: Answered): ModelReply {
  const used = {
    version: model,
    inputTokens: usage?.input_tokens ?? null,
    outputTokens: usage?.output_tokens ?? null,
  };
  const parts = output.flatMap(({ type, content }) => (type === 'message' ? (content ?? []) : []));
  const refusal = parts.find(({ type }) => type === 'refusal')?.refusal;
  if (refusal !== undefined) return refused(refusal, used);
  if (incomplete?.reason === 'content_filter') return refused("the provider's content filter stopped it", used);
  const tools = output.filter(({ type }) => !ofTheAnswer.includes(type));
  if (tools.length > 0) return unofferedTool(tools.map(({ name, type }) => name ?? type));
  const said = parts.filter(({ type }) => type === 'output_text');
  const cutOff = incomplete?.reason === 'max_output_tokens' ? { isCutOff: true as const } : {};
  const tokens = toldTokens(said.flatMap(({ logprobs }) => logprobs ?? []));
  return { kind: 'text', text: said.map(({ text = '' }) => text).join(''), ...tokens, ...cutOff, ...used };
}
