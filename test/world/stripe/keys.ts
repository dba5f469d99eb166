import type { JsonAnswer } from '../manners.ts';
import { problem } from './problem.ts';

interface Keyed {
  key: string | string[] | undefined;
  method: string;
  url: string;
  form: URLSearchParams;
}

/** What a key stands for: the request it came with first, and what that was answered. */
interface Kept {
  request: string;
  answer: JsonAnswer | undefined;
}

/**
 * Does what is posted under a key once. As soon as it has begun, its answer is kept whatever it is, errors too, and given
 * again; what is refused before it begins is not kept.
 */
export function createKeys() {
  const kept = new Map<string, Kept>();
  return {
    once: async ({ key, method, url, form }: Keyed, perform: () => Promise<JsonAnswer>): Promise<JsonAnswer> => {
      if (method !== 'POST' || typeof key !== 'string') return perform();
      const request = `${url}?${form}`;
      const known = kept.get(key);
      if (known && known.request !== request) return otherParameters;
      if (known) return known.answer ? { ...known.answer, headers: replayed } : inUse;
      const keeping: Kept = { request, answer: undefined };
      kept.set(key, keeping);
      keeping.answer = await perform();
      return keeping.answer;
    },
    /** They may be forgotten once they are a day old. */
    forget: () => kept.clear(),
  };
}

const replayed = { 'idempotent-replayed': 'true' };

const otherParameters = problem(400, {
  type: 'idempotency_error',
  message: 'Keys for idempotent requests can only be used with the same parameters they were first used with.',
});

const inUse = problem(409, {
  type: 'idempotency_error',
  code: 'idempotency_key_in_use',
  message: 'There is currently another in-progress request using this Idempotent Key.',
});
