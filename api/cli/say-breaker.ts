import type { ModelBreaker } from '#contracts/http/registry-models.ts';

/** Whether a model is asked at present, and how its last call failed that did. */
export function sayBreaker(breaker: ModelBreaker): string {
  return [sayState(breaker), sayLast(breaker)].filter(Boolean).join('; ');
}

function sayState(breaker: ModelBreaker): string {
  switch (breaker.kind) {
    case 'closed':
      return breaker.failures === 0 ? 'is asked' : `is asked, though its last ${breaker.failures} calls failed`;
    case 'open':
      return `PASSED OVER until ${breaker.until}, since its calls fail since ${breaker.since}`;
    case 'half-open':
      return `${breaker.isProbed ? 'is being tried' : 'to be tried by the next call'}, since its calls fail since ${breaker.since}`;
  }
}

function sayLast({ lastFailure }: ModelBreaker): string {
  return lastFailure ? `last failure ${lastFailure.at}: ${lastFailure.failure} (${lastFailure.why})` : '';
}
