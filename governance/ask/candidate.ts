import type { Blocked } from '#contracts/guard.ts';
import { newId } from '#contracts/ids.ts';
import type { CalledModel } from '#contracts/policy.ts';
import type { ModelPort, ModelReply } from '#contracts/ports/model.ts';
import type { PinnedModel } from '#contracts/snapshot.ts';
import type { Breakers } from '#governance/breakers/index.ts';
import type { PlanSpending } from '#governance/budgets/plan-spending.ts';
import { usedBy } from '#governance/budgets/used-by.ts';
import type { PlaceholderTables } from '#governance/concealment/tables.ts';
import type { Guard, GuardedEffect } from '#governance/guard/index.ts';
import type { Steps } from '#governance/steps/index.ts';
import { asLimitReached } from './as-limit-reached.ts';
import type { CandidateOutcome } from './ask-outcome.ts';
import type { CandidateCall } from './candidate-call.ts';
import { concludeCall } from './conclude-call.ts';
import { enteringBy } from './entering-by.ts';
import type { KeepCall } from './keep-call.ts';
import { keepingTable } from './keeping-table.ts';
import { calledModel, effectOf, type Leaving } from './model-effect.ts';
import { requestOf } from './request-of.ts';
import { askedBefore, doubtOf } from './unheard-answer.ts';

export interface CandidateParts {
  guard: Pick<Guard, 'perform'>;
  steps: Steps;
  model: ModelPort;
  keepCall: KeepCall;
  tables: PlaceholderTables;
  breakers: Breakers;
  wantsRedacted(effect: Pick<GuardedEffect, 'question' | 'uses'>): boolean;
  planSpending: PlanSpending;
  /** Where a model works on what it is given, as the registry says now. */
  regionOf(called: CalledModel): string;
}

/** One guarded call of one model. A usable answer is stored with the outcome, so that it is never paid for again. */
export function createAskCandidate(parts: CandidateParts) {
  const { breakers, tables } = parts;

  return async (call: CandidateCall): Promise<CandidateOutcome | Blocked> => {
    const startedAt = new Date();
    const id = newId('modelCall');
    const region = parts.regionOf(calledModel(call.model));
    const plain = { kind: 'plain', form: call.plain } as const;
    const leaving: Leaving = parts.wantsRedacted(effectOf(call, { id, leaving: plain })) ? call.conceal() : plain;
    const { form } = leaving.kind === 'doubtful' ? plain : leaving;
    const { claim, prepare } = keepingTable(tables, { runId: call.step.run.id, leaving });
    const entering = enteringBy(breakers, call);
    const request = requestOf({ ...call, id: askedBefore(call, form) ?? id }, form);
    const spending = parts.planSpending({ id, run: call.step.run, model: call.model, request });
    const outcome = await parts.guard.perform<ModelReply, CandidateOutcome>(effectOf(call, { id, leaving, spending }), {
      ...(claim ? { claim } : {}),
      where: [breakers.isClosed(call.model.name)],
      prepare: async (tx) => (await entering.enter(tx)) ?? prepare?.(tx),
      beside: async () => {
        const { variables, digest } = form;
        return [await parts.keepCall.begin({ ...call, variables, digest, id })];
      },
      execute: () => parts.model.call(request),
      conclude: async (said) => {
        const reply = timed(said, call.model, breakers);
        const runId = call.step.run.id;
        const kept = await parts.keepCall.settle({ id, runId, answer: wordsOf(reply), doubt: doubtOf(reply) });
        const { writes = [], ...settled } = await concludeCall(parts.steps, {
          call,
          region,
          leaving,
          form,
          reply,
          startedAt,
          isProbe: entering.isProbe(),
        });
        const settling = breakers.settle(call.model.name, cameOf(settled.outcome));
        return { ...settled, used: usedBy(call.model, reply), writes: [...writes, kept, ...settling] };
      },
    });
    return asLimitReached(outcome);
  };
}

/** What the model itself said, word for word. */
function wordsOf(reply: ModelReply): string | undefined {
  switch (reply.kind) {
    case 'text':
      return reply.text;
    case 'refused':
      return reply.reason;
    case 'failed':
      return undefined;
  }
}

/** A failure that every call would meet is not met again before the model is tried once more. */
function timed(reply: ModelReply, { name }: PinnedModel, breakers: Pick<Breakers, 'restOf'>): ModelReply {
  if (reply.kind !== 'failed') return reply;
  const retryAfterMs = reply.retryAfterMs ?? breakers.restOf(name, reply.failure);
  return retryAfterMs === undefined ? reply : { ...reply, retryAfterMs };
}

/** What a call says of the model. */
function cameOf(outcome: CandidateOutcome): Parameters<Breakers['settle']>[1] {
  if (outcome.kind === 'settled') return { why: '' };
  const { failure, reason: why, retryAfterMs } = outcome;
  return { failure, why, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}
