import type { Answered } from './answered.ts';
import { type Ending, wordsOf } from './ending.ts';
import { countTokens, countTokensOf } from './tokens.ts';

/** The answer in the shape of a chat completion. */
export function createCompletion({ asked, call, ending, version }: Answered): object {
  const prompt = countTokensOf(asked);
  const completion = countTokens(wordsOf(ending));
  return {
    id: call.id,
    object: 'chat.completion',
    created: Math.floor(Date.parse(call.at) / 1000),
    model: version,
    system_fingerprint: 'rehearsal-rules',
    choices: ending.kind === 'nothing' ? [] : [{ index: 0, ...choiceOf(ending), logprobs: null }],
    usage: { prompt_tokens: prompt, completion_tokens: completion, total_tokens: prompt + completion },
  };
}

type Choice = { readonly message: object; readonly finish_reason: string };

function choiceOf(ending: Exclude<Ending, { kind: 'nothing' }>): Choice {
  switch (ending.kind) {
    case 'said':
      return { message: messageOf({ content: ending.text }), finish_reason: 'stop' };
    case 'cut-off':
      return { message: messageOf({ content: ending.text }), finish_reason: 'length' };
    case 'refused':
      return { message: messageOf({ refusal: ending.refusal }), finish_reason: 'stop' };
    case 'filtered':
      return { message: messageOf({}), finish_reason: 'content_filter' };
    case 'tool-call': {
      const { name, input } = ending;
      const call = { id: 'call_1', type: 'function', function: { name, arguments: input } };
      return { message: { ...messageOf({}), tool_calls: [call] }, finish_reason: 'tool_calls' };
    }
  }
}

function messageOf({ content, refusal }: { content?: string; refusal?: string }): object {
  return { role: 'assistant', content: content ?? null, refusal: refusal ?? null };
}
