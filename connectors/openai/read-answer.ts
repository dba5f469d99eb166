import { z } from 'zod';
import type { ModelReply } from '#contracts/ports/model.ts';
import { keepable, line } from '#contracts/text.ts';

export type FailedReply = Extract<ModelReply, { kind: 'failed' }>;

type RefusedReply = Extract<ModelReply, { kind: 'refused' }>;

const longestWords = 300;
const longestRefusal = 1_000;

/** The name of what answered: it stands in records. */
export const Version = line(200);

/** Reads what a provider sent with a good status: what of it is used is held to its form, the rest is not looked at. */
export async function readAnswer<Answer>(response: Response, form: z.ZodType<Answer>): Promise<Answer | FailedReply> {
  const text = await response.text();
  const type = response.headers.get('content-type') ?? 'no content type';
  const json = parsed(text);
  if (!json) return wrongType('the answer is not JSON', `It came as ${type}: ${text.trim()}`);
  const answer = form.safeParse(json.value);
  return answer.success ? answer.data : wrongType('the answer is none of this protocol', z.prettifyError(answer.error));
}

export function isFailed(answer: unknown): answer is FailedReply {
  return typeof answer === 'object' && answer !== null && 'kind' in answer && answer.kind === 'failed';
}

/** The model declined, in its own words or those of its provider. */
export function refused(words: string, used: Omit<RefusedReply, 'kind' | 'reason'>): RefusedReply {
  return { kind: 'refused', reason: keepable(words, longestRefusal), ...used };
}

/** No call of ours names a tool. */
export function unofferedTool(names: readonly string[]): FailedReply {
  const words = names.join(', ').slice(0, longestWords);
  return { kind: 'failed', failure: 'unoffered-tool', reason: 'the model called a tool that nobody offered', words };
}

function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function wrongType(reason: string, words: string): FailedReply {
  return { kind: 'failed', failure: 'wrong-type', reason, words: words.slice(0, longestWords) };
}
