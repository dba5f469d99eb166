import type { ModelCall, ModelPort } from '#contracts/ports/model.ts';
import type { OrderRecord } from '#dev/records/index.ts';
import type { AskOutcome } from '#governance/ask/ask-outcome.ts';
import { composeAsk } from '#governance/ask/compose-ask.ts';
import type { AskOrder } from '#governance/ask/index.ts';
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
  const { database, guard, watch, world } = ground;
  let last: ModelCall | undefined;
  const model: ModelPort = {
    call: watch.timed('itself', (call) => {
      last = call;
      return world.model.call(call);
    }),
  };
  const ask = composeAsk({
    ...{ database, guard, model, foundation: ground },
    around: (askCandidate) => (call) => askCandidate({ ...call, conceal: watch.timed('redaction', call.conceal) }),
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
