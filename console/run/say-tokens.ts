import type { ModelCallRecord } from '#contracts/http/timeline.ts';
import { sayCount } from '../format/amounts.ts';
import { runTexts } from '../texts/run-texts.ts';

const { tokensOf, tokensUnknown } = runTexts.model;

/** What a call took, where its provider says. */
export function sayTokens({ inputTokens, outputTokens }: Pick<ModelCallRecord, 'inputTokens' | 'outputTokens'>) {
  return tokensOf(countOf(inputTokens), countOf(outputTokens));
}

function countOf(tokens: number | null): string {
  return tokens === null ? tokensUnknown : sayCount(tokens);
}
