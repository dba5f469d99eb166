import { AskAnswer, type AskRequest } from '#contracts/http/ask.ts';
import { ask } from './ask.ts';

/** Asked again with the same key, after an answer that was lost, the model is not paid for again. */
export function askModel({ key, signal, ...question }: AskRequest & { key: string; signal: AbortSignal }) {
  return ask({ path: '/api/ask', body: question, headers: { 'idempotency-key': key }, answer: AskAnswer, signal });
}
