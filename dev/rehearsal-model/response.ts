import type { Answered } from './answered.ts';
import { type Ending, wordsOf } from './ending.ts';
import { countTokens, countTokensOf } from './tokens.ts';

const reasonsOfEnd: Partial<Record<Ending['kind'], string>> = {
  'cut-off': 'max_output_tokens',
  filtered: 'content_filter',
};

/** The answer in the shape of Responses. */
export function createResponse({ asked, call, ending, version }: Answered): object {
  const reason = reasonsOfEnd[ending.kind];
  const input = countTokensOf(asked);
  const output = countTokens(wordsOf(ending));
  return {
    id: call.id,
    object: 'response',
    created_at: Math.floor(Date.parse(call.at) / 1000),
    model: version,
    status: reason ? 'incomplete' : 'completed',
    incomplete_details: reason ? { reason } : null,
    error: null,
    output: outputOf(ending).map((item) => ({ id: call.id, status: 'completed', ...item })),
    usage: { input_tokens: input, output_tokens: output, total_tokens: input + output },
  };
}

function outputOf(ending: Ending): object[] {
  switch (ending.kind) {
    case 'said':
    case 'cut-off':
      return [messageWith({ type: 'output_text', text: ending.text, annotations: [] })];
    case 'refused':
      return [messageWith({ type: 'refusal', refusal: ending.refusal })];
    case 'tool-call':
      return [{ type: 'function_call', call_id: 'call_1', name: ending.name, arguments: ending.input }];
    case 'filtered':
    case 'nothing':
      return [];
  }
}

function messageWith(part: object): object {
  return { type: 'message', role: 'assistant', content: [part] };
}
