import type OpenAI from 'openai';
import type { AnswerToken, ModelReply } from '#contracts/ports/model.ts';
import type { Asking, Waiting } from './asking.ts';

/** Asks by Responses. Nothing is left with the provider to be fetched again. */
export async function askResponses(
  client: OpenAI,
  { model, turns, mostOutputTokens, form, wantsLogProbabilities }: Asking,
  waiting: Waiting,
): Promise<ModelReply> {
  const format = form && { text: { format: { type: 'json_schema' as const, ...form } } };
  const telling = wantsLogProbabilities ? { include: ['message.output_text.logprobs' as const] } : {};
  const asked = { model, input: turns, max_output_tokens: mostOutputTokens, store: false, ...format, ...telling };
  return replyOf(await client.responses.create(asked, waiting));
}

function replyOf(response: OpenAI.Responses.Response): ModelReply {
  const used = {
    version: response.model,
    inputTokens: response.usage?.input_tokens ?? 0,
    outputTokens: response.usage?.output_tokens ?? 0,
  };
  const refusal = refusalIn(response);
  if (refusal !== undefined) return { kind: 'refused', reason: refusal.slice(0, 1000), ...used };
  if (response.incomplete_details?.reason === 'content_filter')
    return { kind: 'refused', reason: "the provider's content filter stopped it", ...used };
  return { kind: 'text', text: response.output_text, ...tokensIn(response), ...used };
}

function refusalIn({ output }: OpenAI.Responses.Response): string | undefined {
  const parts = output.flatMap((item) => (item.type === 'message' ? item.content : []));
  return parts.find((part) => part.type === 'refusal')?.refusal;
}

function tokensIn({ output }: OpenAI.Responses.Response): { tokens?: AnswerToken[] } {
  const parts = output.flatMap((item) => (item.type === 'message' ? item.content : []));
  const told = parts.flatMap((part) => (part.type === 'output_text' ? (part.logprobs ?? []) : []));
  if (told.length === 0) return {};
  return { tokens: told.map(({ token, logprob }) => ({ token, logProbability: logprob })) };
}
