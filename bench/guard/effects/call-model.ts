import type { ModelCall, ModelPort } from '#contracts/ports/model.ts';
import { createAskCandidate } from '#governance/ask/candidate.ts';
import { type AskOrder, createAsk } from '#governance/ask/index.ts';
import { createKeepCall } from '#governance/ask/keep-call.ts';
import { createPlaceholderTables } from '#governance/concealment/tables.ts';
import { createMightHappen, createWantsRedacted } from '#governance/guard/whole-question.ts';
import { letterOf } from '../letter.ts';
import { type GuardGround, type MeasuredEffect, type Round, refuseAllBut } from '../measured-effect.ts';

const promptName = 'draft-order-reply';

/** The draft of a reply to four kilobytes of a customer's words. */
export function callModelEffect(ground: GuardGround): MeasuredEffect {
  const { database, guard, seals, steps, watch, world } = ground;
  let seen: ModelCall | undefined;
  const model: ModelPort = {
    call: watch.timed('itself', (call) => {
      seen = call;
      return world.model.call(call);
    }),
  };
  const tables = createPlaceholderTables({ seals });
  const judging = { policy: ground.policy, registry: ground.registrySource };
  const askOne = createAskCandidate({
    ...{ guard, steps, model, tables },
    keepCall: createKeepCall({ seals }),
    wantsRedacted: createWantsRedacted(judging),
    regionOf: (called) => judging.registry.current().placeOfModel(called).region,
  });
  const ask = createAsk({
    ...{ database, steps, tables, mightHappen: createMightHappen(judging) },
    askCandidate: (call) => askOne({ ...call, conceal: watch.timed('redaction', call.conceal) }),
  });
  return {
    name: 'callModel',
    guarded: async (round) => refuseAllBut(['answer', 'unsure'], await ask(questionOf(round))),
    bare: async () => {
      if (!seen) throw new Error('No model was asked under the guard');
      refuseAllBut(['text'], await world.model.call(seen));
    },
  };
}

function questionOf({ order, snapshot, step }: Round): AskOrder {
  const prompt = snapshot.prompts[promptName];
  if (!prompt) throw new Error(`The snapshot has no prompt ${promptName}`);
  const { customerEmail: email, customerName: name, ...record } = order;
  const facts = { situation: 'order-found', customerName: name, order: record, attempt: 1 };
  return {
    step: step('draft'),
    prompt,
    models: prompt.candidates.flatMap((candidate) => snapshot.models[candidate] ?? []),
    variables: { facts, subject: `Where is ${order.number}?`, text: letterOf(order) },
    customer: { email, name },
    orderNumberPattern: snapshot.limits.orderNumberPattern,
    timeoutMs: snapshot.durations.modelCall,
  };
}
