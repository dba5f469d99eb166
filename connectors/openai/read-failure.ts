import { APIConnectionError, APIError, APIUserAbortError } from 'openai';
import { isAppError } from '#contracts/errors.ts';
import type { ModelReply } from '#contracts/ports/model.ts';

/** What a failed call is worth: another try later, or none with this request. */
export function readFailure(error: unknown): ModelReply {
  if (error instanceof APIUserAbortError) throw error;
  if (error instanceof APIConnectionError && isAppError(error.cause))
    return { kind: 'unusable', reason: error.cause.code, words: error.cause.message };
  if (error instanceof APIConnectionError)
    return { kind: 'unavailable', reason: 'no answer from the provider', words: error.message.slice(0, 300) };
  if (error instanceof APIError && typeof error.status === 'number') return fromStatus(error, error.status);
  throw error;
}

function fromStatus(error: APIError, status: number): ModelReply {
  const reason = `HTTP ${status}`;
  const words = error.message.slice(0, 300);
  const later = status === 408 || status === 409 || status === 429 || status >= 500;
  if (!later) return { kind: 'unusable', reason, words };
  const retryAfterMs = retryAfter(error.headers);
  return { kind: 'unavailable', reason, words, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}

/** At most ten minutes are believed. */
function retryAfter(headers: Headers | undefined): number | undefined {
  const exact = Number(headers?.get('retry-after-ms') ?? Number.NaN);
  const seconds = Number(headers?.get('retry-after') ?? Number.NaN);
  const wanted = Number.isNaN(exact) ? seconds * 1000 : exact;
  return Number.isNaN(wanted) || wanted < 0 ? undefined : Math.min(wanted, 600_000);
}
