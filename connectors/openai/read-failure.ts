import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import { type AppError, isAppError } from '#contracts/errors.ts';
import type { ModelFailure, ModelFailureKind } from '#contracts/model-failure.ts';
import { retryAfterOf } from '#platform/egress/index.ts';

/** What a failed call is, by the table; what is none of it stays as it was thrown. */
export function readFailure(error: unknown): ModelFailure {
  if (error instanceof APIUserAbortError) return { failure: 'cancelled', reason: 'the call was broken off', words: '' };
  if (error instanceof APIConnectionError && isAppError(error.cause))
    return { failure: ofEgress(error.cause), reason: error.cause.code, words: error.cause.message };
  if (error instanceof APIConnectionError)
    return { failure: ofConnection(error), reason: 'no answer from the provider', words: wordsOf(error) };
  if (error instanceof APIError && typeof error.status === 'number') return fromStatus(error, error.status);
  throw error;
}

function ofEgress({ code }: AppError): ModelFailureKind {
  return code === 'answer-too-large' ? 'too-large' : 'egress-refused';
}

function fromStatus(error: APIError, status: number): ModelFailure {
  const retryAfterMs = error.headers && retryAfterOf(error.headers);
  return {
    failure: ofStatus(error, status),
    reason: `HTTP ${status}`,
    words: wordsOf(error),
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  };
}

const byStatus: Readonly<Record<number, ModelFailureKind>> = {
  401: 'key-refused',
  402: 'quota-spent',
  403: 'key-refused',
  404: 'model-not-found',
  408: 'timed-out',
  409: 'overloaded',
  429: 'rate-limited',
};

function ofStatus({ code }: APIError, status: number): ModelFailureKind {
  if (code === 'insufficient_quota') return 'quota-spent';
  return byStatus[status] ?? (status >= 500 ? 'overloaded' : 'request-refused');
}

/** With these a connection never came about, so that nothing was asked. */
const neverConnected = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

function ofConnection(error: APIConnectionError): ModelFailureKind {
  if (error instanceof APIConnectionTimeoutError) return 'timed-out';
  return codesOf(error).some((code) => neverConnected.includes(code)) ? 'unreachable' : 'connection-lost';
}

function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  return ['code' in error ? String(error.code) : '', ...codesOf(error.cause)];
}

function wordsOf({ message }: Error): string {
  return message.slice(0, 300);
}
