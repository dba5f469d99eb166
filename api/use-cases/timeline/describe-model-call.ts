import type { ModelCallRecord } from '#contracts/http/timeline.ts';

/** The names of what a prompt shows the model; nothing where the registry holds another version by now. */
export type PromptVariables = (prompt: { name: string; hash: string }) => readonly string[] | undefined;

/** Which model saw what, and what it cost, in words. */
export function describeModelCall(call: ModelCallRecord, variables: PromptVariables): string {
  const model = `${call.rehearsal ? 'The rehearsal model' : 'The model'} ${call.model}`;
  const where = `version ${call.version}, ${call.provider}, region ${call.region}`;
  const prompt = `prompt ${call.prompt} v${call.promptVersion}`;
  return `${model} (${where}) was asked with ${prompt}${call.repaired ? ', as a repair turn,' : ''}${call.isProbe ? ', to try whether it answers again,' : ''} and ${resultOf(call)}. ${sawOf(call, variables)} ${figuresOf(call)}`;
}

function resultOf({ result, ...sureness }: ModelCallRecord): string {
  const sure = sureOf(sureness);
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

function sureOf({ confidence, confidenceFrom }: Pick<ModelCallRecord, 'confidence' | 'confidenceFrom'>): string {
  if (confidence === undefined) return '';
  const { said = confidence, choices, failed = [] } = confidenceFrom ?? {};
  if (failed.length > 0) return ` (its ${failed.join(' and ')} names an order that it was not shown)`;
  if (choices !== undefined && choices < said)
    return ` (${percent(said)} sure as it says, ${percent(choices)} by its choice)`;
  return ` (${percent(confidence)} sure)`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
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
  const count = (tokens: number | null) => tokens ?? 'unknown';
  return `${count(inputTokens)} tokens in, ${count(outputTokens)} out, ${price}, ${Math.round(latencyMs)} ms.`;
}
