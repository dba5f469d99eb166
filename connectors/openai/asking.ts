import type { ModelAbilities } from '#contracts/model-abilities.ts';
import type { ModelCall } from '#contracts/ports/model.ts';
import { conversationOf, type Turn } from './conversation.ts';

/** A call in what both ways of asking have in common. */
export interface Asking {
  model: string;
  turns: Turn[];
  mostOutputTokens: number;
  /** What the provider holds the answer to; absent where the form is asked for in words. */
  form?: { name: string; schema: Record<string, unknown>; strict: true };
  /** Whether it is asked how likely each piece of the answer was. */
  wantsLogProbabilities: boolean;
}

/** How long an answer is waited for, in milliseconds, what breaks that off, and by what the provider knows the call again. */
export interface Waiting {
  timeout: number;
  headers?: Readonly<Record<string, string>>;
  signal?: AbortSignal;
}

export function askingOf(call: ModelCall, abilities: ModelAbilities): Asking {
  const { structuredOutput, logProbabilities: wantsLogProbabilities } = abilities;
  const isHeldToSchema = structuredOutput === 'json-schema';
  const turns = conversationOf(call, { isHeldToSchema });
  const { mostOutputTokens } = call;
  const asking = { model: call.model.model, turns, mostOutputTokens, wantsLogProbabilities };
  if (!isHeldToSchema) return asking;
  const schema = call.schema as Record<string, unknown>;
  return { ...asking, form: { name: call.schemaName, schema, strict: true } };
}
