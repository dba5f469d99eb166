import type { ModelCall } from '#contracts/ports/model.ts';

/** What a call is made of that weighs on its price. */
export type Weighed = Pick<ModelCall, 'system' | 'user' | 'schema' | 'repair' | 'mostOutputTokens'>;

export interface TokenBounds {
  inputTokens: number;
  outputTokens: number;
}

/** What the protocol and our own words around a prompt add at most: roles, names of fields, how a repair is asked for. */
const framing = 2_000;

/**
 * How many tokens a call takes at most. No token stands for less than one byte of the text, whatever cuts it up; what an
 * answer takes is held by the limit that is sent along.
 */
export function boundsOf({ system, user, schema, repair, mostOutputTokens }: Weighed): TokenBounds {
  const texts = [system, user, JSON.stringify(schema ?? null), repair?.answer ?? '', repair?.problem ?? ''];
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  return { inputTokens: bytes + framing, outputTokens: mostOutputTokens };
}
