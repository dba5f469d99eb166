import { isAppError } from '#contracts/errors.ts';
import type { OutsideAnswer } from '#contracts/ports/outside.ts';
import { retryAfterOf } from './retry-after.ts';

type Unanswered = Exclude<OutsideAnswer<never>, { kind: 'answered' }>;

/** With these a connection never came about, so that nothing was asked. */
const neverConnected = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
];

/** Of a request that nothing was answered to. */
export function ofConnection(error: unknown): Unanswered {
  if (isAppError(error)) return { kind: 'unknown', reason: error.code, words: error.message };
  const codes = codesOf(error);
  const never = codes.find((code) => neverConnected.includes(code));
  if (never !== undefined) return { kind: 'not-now', reason: `no connection (${never})`, words: '' };
  const isTimeout = error instanceof Error && error.name === 'TimeoutError';
  const reason = isTimeout ? 'no answer in time' : `the connection broke (${codes.at(-1) ?? 'no code'})`;
  return { kind: 'unknown', reason, words: '' };
}

function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  return [...('code' in error ? [String(error.code)] : []), ...codesOf(error.cause)];
}

/** When to come again, as an answer says. */
export function waitOf({ headers }: Response): { retryAfterMs?: number } {
  const retryAfterMs = retryAfterOf(headers);
  return retryAfterMs === undefined ? {} : { retryAfterMs };
}
