import { TextAnswer } from '#contracts/answers/text-answer.ts';
import { AppError, type ErrorCode } from '#contracts/errors.ts';
import type { Blocked } from '#contracts/guard.ts';
import type { AskAnswer } from '#contracts/http/ask.ts';
import type { AnsweredBy } from '#contracts/model-result.ts';
import type { RunOutcome } from '#contracts/run.ts';
import type { PinnedModel } from '#contracts/snapshot.ts';
import type { AskOutcome } from '#governance/ask/ask-outcome.ts';

/** What a question came to for its run, and for whoever waits at the door. */
export type AskEnd =
  | { outcome: Extract<RunOutcome, 'asked'>; answer: AskAnswer }
  | { outcome: Extract<RunOutcome, 'blocked' | 'failed'>; error: AppError };

interface Asked {
  ask: string;
  models: Readonly<Record<string, PinnedModel>>;
}

/** Nobody waits at a door for a switch, a model or a person: what stands against an answer is said at once. */
export function concludeAsk(asked: AskOutcome, { ask, models }: Asked): AskEnd {
  switch (asked.kind) {
    case 'answer': {
      const answer = TextAnswer.parse(asked.answer);
      return { outcome: 'asked', answer: { kind: 'answer', ask, answer, by: byOf(asked.by, models) } };
    }
    case 'unsure': {
      const { reason } = asked;
      const answer = TextAnswer.parse(asked.answer);
      return { outcome: 'asked', answer: { kind: 'unsure', ask, answer, by: byOf(asked.by, models), reason } };
    }
    case 'refused':
      return { outcome: 'asked', answer: { kind: 'refused', ask, reason: asked.reason } };
    case 'blocked': {
      const error = new AppError(codeOf(asked), `Nothing was asked: ${asked.reason}`, { facts: { ask } });
      return { outcome: 'blocked', error };
    }
    default:
      return { outcome: 'failed', error: unavailable(asked.reason, ask) };
  }
}

function unavailable(reason: string, ask: string): AppError {
  return new AppError('model-unavailable', `No model answered: ${reason}. Ask again later, or do it by hand`, {
    facts: { ask },
  });
}

function byOf({ model, ...by }: AnsweredBy, models: Asked['models']) {
  return { model, ...by, rehearsal: models[model]?.rehearsal ?? false };
}

function codeOf(blocked: Blocked): ErrorCode {
  if ('models' in blocked) return 'model-unavailable';
  switch (blocked.stage) {
    case 'kill-switch':
      return 'switched-off';
    case 'registry':
      return 'review-overdue';
    case 'budget':
      return 'budget-spent';
    case 'standing':
      return 'run-cancelled';
    default:
      return 'policy-refused';
  }
}
