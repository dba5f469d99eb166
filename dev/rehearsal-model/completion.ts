import type { Call } from './call-log.ts';
import type { ChatRequest } from './chat-request.ts';
import { countTokens, countTokensOf } from './tokens.ts';

export const modelName = 'rehearsal-1';

/** How an answer ends: said in full, cut off by the length limit, or refused. */
export type Ending =
  | { readonly kind: 'said'; readonly text: string }
  | { readonly kind: 'cut-off'; readonly text: string }
  | { readonly kind: 'refused'; readonly refusal: string };

/** The answer in the shape of a chat completion. */
export function createCompletion(request: ChatRequest, { call, ending }: { call: Call; ending: Ending }): object {
  const text = ending.kind === 'refused' ? ending.refusal : ending.text;
  return {
    id: call.id,
    object: 'chat.completion',
    created: Math.floor(Date.parse(call.at) / 1000),
    model: modelName,
    system_fingerprint: 'rehearsal-rules',
    choices: [
      {
        index: 0,
        message: messageOf(ending),
        logprobs: null,
        finish_reason: ending.kind === 'cut-off' ? 'length' : 'stop',
      },
    ],
    usage: countUsage(request, text),
  };
}

function messageOf(ending: Ending): object {
  if (ending.kind === 'refused') return { role: 'assistant', content: null, refusal: ending.refusal };
  return { role: 'assistant', content: ending.text, refusal: null };
}

function countUsage(request: ChatRequest, answer: string): object {
  const prompt = countTokensOf(request);
  const completion = countTokens(answer);
  return { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion };
}
