import { modelFailureRow } from '#contracts/model-failure.ts';
import type { ModelReply } from '#contracts/ports/model.ts';
import type { PinnedModel } from '#contracts/snapshot.ts';
import { costOf } from '#governance/ask/cost.ts';
import type { Used } from './spending.ts';

/** What a call came to, where its provider tells: one without an answer may have been worked on all the same. */
export function usedBy(model: PinnedModel, reply: ModelReply): Used {
  switch (reply.kind) {
    case 'text':
    case 'refused': {
      const { inputTokens, outputTokens } = reply;
      if (inputTokens === null || outputTokens === null) return { kind: 'unknown' };
      const cost = costOf(model, reply);
      return { kind: 'known', inputTokens, outputTokens, micros: cost.kind === 'known' ? cost.micros : 0 };
    }
    case 'failed':
      return modelFailureRow(reply.failure).paid === 'no' ? { kind: 'none' } : { kind: 'unknown' };
  }
}
