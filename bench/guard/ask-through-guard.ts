import type { ModelCall, ModelPort } from '#contracts/ports/model.ts';
import type { OrderRecord } from '#dev/records/index.ts';
import type { AskOutcome } from '#governance/ask/ask-outcome.ts';
import { createAskCandidate } from '#governance/ask/candidate.ts';
import { type AskOrder, createAsk } from '#governance/ask/index.ts';
import { createKeepCall } from '#governance/ask/keep-call.ts';
import { createTellPassedOver } from '#governance/ask/tell-passed-over.ts';
import { createBreakers } from '#governance/breakers/index.ts';
import { createPlanSpending } from '#governance/budgets/plan-spending.ts';
import { createPlaceholderTables } from '#governance/concealment/tables.ts';
import { createMightHappen, createWantsRedacted } from '#governance/guard/whole-question.ts';
import type { GuardGround, Round } from './measured-effect.ts';

const promptName = 'draft-order-reply';

interface AskThroughGuard {
  /** Asks for the draft of a reply. */
  ask(round: Round): Promise<AskOutcome>;
  /** What the model was sent last. */
  seen(): ModelCall;
}

/** Asks for drafts as the worker does, with a stopwatch on the model and on redaction. */
export function askThroughGuard(ground: GuardGround, textOf: (order: OrderRecord) => string): AskThroughGuard {
  const { database, guard, seals, steps, watch, world } = ground;
  let last: ModelCall | undefined;
  const model: ModelPort = {
    call: watch.timed('itself', (call) => {
      last = call;
      return world.model.call(call);
    }),
  };
  const tables = createPlaceholderTables({ seals });
  const judging = { policy: ground.policy, registry: ground.registrySource };
  const askOne = createAskCandidate({
    ...{ guard, steps, model, tables },
    keepCall: createKeepCall({ seals }),
    breakers: createBreakers({ registry: ground.registrySource }),
    wantsRedacted: createWantsRedacted(judging),
    planSpending: createPlanSpending(judging),
    regionOf: (called) => judging.registry.current().placeOfModel(called).region,
  });
  const ask = createAsk({
    ...{ database, steps, tables, mightHappen: createMightHappen(judging) },
    tellPassedOver: createTellPassedOver({ database, ledger: ground.ledger }),
    askCandidate: (call) => askOne({ ...call, conceal: watch.timed('redaction', call.conceal) }),
  });
  return {
    ask: (round) => ask(questionOf(round, textOf(round.order))),
    seen: () => {
      if (!last) throw new Error('No model was asked under the guard');
      return last;
    },
  };
}

function questionOf({ order, snapshot, step }: Round, text: string): AskOrder {
  const prompt = snapshot.prompts[promptName];
  if (!prompt) throw new Error(`The snapshot has no prompt ${promptName}`);
  const { customerEmail: email, customerName: name, ...record } = order;
  const facts = { situation: 'order-found', customerName: name, order: record, attempt: 1 };
  return {
    step: step('draft'),
    prompt,
    models: prompt.candidates.flatMap((candidate) => snapshot.models[candidate] ?? []),
    variables: { facts, subject: `Where is ${order.number}?`, text },
    customer: { email, name },
    orderNumberPattern: snapshot.limits.orderNumberPattern,
    timeoutMs: snapshot.durations.modelCall,
  };
}
