import type { Call } from './call-log.ts';
import type { ChatRequest } from './chat-request.ts';
import { type Ending, modelName } from './completion.ts';
import { countTokens, countTokensOf } from './tokens.ts';

/** The answer in the shape of Responses. */
export function createResponse(request: ChatRequest, { call, ending }: { call: Call; ending: Ending }): object {
  const isCutOff = ending.kind === 'cut-off';
  const input = countTokensOf(request);
  const output = countTokens(ending.kind === 'refused' ? ending.refusal : ending.text);
  return {
    id: call.id,
    object: 'response',
    created_at: Math.floor(Date.parse(call.at) / 1000),
    model: modelName,
    status: isCutOff ? 'incomplete' : 'completed',
    incomplete_details: isCutOff ? { reason: 'max_output_tokens' } : null,
    error: null,
    output: [{ id: call.id, type: 'message', role: 'assistant', status: 'completed', content: [contentOf(ending)] }],
    usage: { input_tokens: input, output_tokens: output, total_tokens: input + output },
  };
}

function contentOf(ending: Ending): object {
  if (ending.kind === 'refused') return { type: 'refusal', refusal: ending.refusal };
  return { type: 'output_text', text: ending.text, annotations: [] };
}
