import type { ModelCallRecord } from '#contracts/http/timeline.ts';

/** The names of what a prompt shows the model; nothing where the registry holds another version by now. */
export type PromptVariables = (prompt: { name: string; hash: string }) => readonly string[] | undefined;

/** Which model saw what, and what it cost, in words. */
export function describeModelCall(call: ModelCallRecord, variables: PromptVariables): string {
  const model = `${call.rehearsal ? 'The rehearsal model' : 'The model'} ${call.model}`;
  const where = `version ${call.version}, ${call.provider}, region ${call.region}`;
  const prompt = `prompt ${call.prompt} v${call.promptVersion}`;
  return `${model} (${where}) was asked with ${prompt}${call.repaired ? ', as a repair turn,' : ''} and ${resultOf(call)}. ${sawOf(call, variables)} ${figuresOf(call)}`;
}

function resultOf({ result, confidence }: ModelCallRecord): string {
  const sure = confidence === undefined ? '' : ` (${Math.round(confidence * 100)}% sure)`;
  switch (result) {
    case 'answer':
      return `answered${sure}`;
    case 'unsure':
      return `answered, but not surely enough${sure}`;
    case 'refused':
      return 'declined to answer';
    default:
      return 'gave nothing that could be used';
  }
}

function sawOf({ prompt, promptHash }: ModelCallRecord, variables: PromptVariables): string {
  const names = variables({ name: prompt, hash: promptHash });
  if (names === undefined)
    return `It saw the text of that prompt (${promptHash.slice(0, 12)}), filled in for this run.`;
  return `It saw the prompt's own text and this run's ${names.join(', ') || 'nothing else'}.`;
}

function figuresOf({ inputTokens, outputTokens, cost, latencyMs }: ModelCallRecord): string {
  const price =
    cost.kind === 'known' ? `cost ${(cost.micros / 1_000_000).toFixed(6)} ${cost.currency}` : 'cost unknown';
  return `${inputTokens} tokens in, ${outputTokens} out, ${price}, ${Math.round(latencyMs)} ms.`;
}
