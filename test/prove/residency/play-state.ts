import type { PolicyPort } from '#contracts/policy.ts';
import type { ModelReply } from '#contracts/ports/model.ts';
import type { PinnedModel } from '#contracts/snapshot.ts';
import { createAskInTurn } from '#governance/ask/ask-in-turn.ts';
import type { AskOutcome } from '#governance/ask/ask-outcome.ts';
import { createAskCandidate } from '#governance/ask/candidate.ts';
import type { CandidateCall } from '#governance/ask/candidate-call.ts';
import { createMayUseKept } from '#governance/ask/kept-answer.ts';
import type { Breakers } from '#governance/breakers/index.ts';
import { factsOfPrompt } from '#governance/data-facts/index.ts';
import type { Guard } from '#governance/guard/index.ts';
import { createStages } from '#governance/guard/stages.ts';
import { createMightHappen, createWantsRedacted } from '#governance/guard/whole-question.ts';
import { Prisma } from '#prisma/client/client.ts';
import type { Health, RoutingState } from './routing-state.ts';
import { type ModelName, promptFor, type RegistryWorld } from './worlds.ts';

export type Admit = ReturnType<typeof createStages>;

/** What the states are played in. */
export interface Ground {
  worlds: readonly RegistryWorld[];
  policies: Readonly<Record<RoutingState['policySet'], PolicyPort>>;
  /** Breaks the product on purpose. */
  sabotage?: { admit?(admit: Admit): Admit; useKept?: true };
}

/** A call as it left. */
export interface CallSeen {
  model: ModelName;
  version: string;
}

/** What came of a state: each attempt with the calls that left, and what it came to. */
export interface Played {
  kept: boolean;
  attempts: readonly { calls: readonly CallSeen[]; outcome: AskOutcome }[];
}

const nothing = Prisma.empty;
const run = { id: 'run_1', process: 'triage-enquiry', execution: 1 };
const form = { variables: {}, rendered: { system: '', user: '' }, digest: 'asked' };

/** Puts a state to the code that decides: kept answer, candidates in turn, guard and policies are the real ones. */
export async function playState(state: RoutingState, { worlds, policies, sabotage = {} }: Ground): Promise<Played> {
  const [now, pinnedTo] = [worlds[state.now], worlds[state.pinnedTo]];
  if (!now || !pinnedTo) throw new Error('the state speaks of a world that there is not');
  const parts = { policy: policies[state.policySet], registry: now.registry };
  const models = state.candidates.map(pinnedTo.pinned);
  const call = callOf(state);
  const kept = { digest: form.digest, record: { model: state.keptFrom ?? '' } };
  const mayUse = sabotage.useKept ? () => true : createMayUseKept({ mightHappen: createMightHappen(parts) });
  if (state.keptFrom !== undefined && mayUse(kept, { call, models })) return { kept: true, attempts: [] };
  const admit = sabotage.admit?.(createStages(parts)) ?? createStages(parts);
  const attempts: { calls: readonly CallSeen[]; outcome: AskOutcome }[] = [];
  for (const health of state.health) {
    const calls: CallSeen[] = [];
    const outcome = await createAskInTurn({
      tellPassedOver: async () => undefined,
      askCandidate: createAskCandidate({
        guard: guardOf(admit),
        steps: { ...unread, latest: async () => nothing, first: async () => nothing },
        model: {
          call: async ({ model }) => {
            calls.push(seen(model));
            return replyOf(health[nameOf(model)]);
          },
        },
        keepCall: { begin: async () => nothing, settle: async () => nothing },
        breakers,
        tables: { read: async () => ({ version: 0, placeholders: [] }), put: async () => nothing },
        wantsRedacted: createWantsRedacted(parts),
        planSpending: () => unlimited,
        regionOf: (called) => now.registry.current().placeOfModel(called).region,
      }),
    })(call, models);
    attempts.push({ calls, outcome });
    if (outcome.kind !== 'unavailable') break;
  }
  return { kept: false, attempts };
}

/** The guard without what it writes down. */
function guardOf(admit: Admit): Pick<Guard, 'perform'> {
  return {
    perform: async (effect, work) => {
      const verdict = admit(effect);
      if (verdict.kind !== 'admitted') return verdict;
      const conclusion = await work.conclude(await work.execute());
      if ('outcome' in conclusion) return conclusion.outcome;
      throw new Error('a call of a model came out in a transaction');
    },
  };
}

/** What a call says of the health of its model is another matter than where its data may go. */
const breakers: Breakers = {
  isClosed: () => nothing,
  enter: async () => ({ kind: 'closed' }),
  restOf: () => undefined,
  settle: () => [],
};

/** Where data may go does not hang on what it costs there. */
const unlimited = {
  kind: 'planned',
  budgets: [],
  reservation: {
    ...{ call: 'mdl_1', runId: run.id, windows: [], isUnpriced: true },
    amount: { tokens: 0, micros: 0 },
    until: new Date(0),
  },
} as const;

const unread = { find: async () => undefined, findInEarlierRound: async () => undefined };

function callOf({ categories, country, purpose }: RoutingState): Omit<CandidateCall, 'model' | 'passedOver'> {
  return {
    step: { run, address: { runId: run.id, name: 'draft', round: 0, item: '1' } },
    orderNumberPattern: undefined,
    prompt: {
      ...{ name: promptFor(purpose), version: 3, hash: '', answer: 'drafted_reply' },
      candidates: ['m-1'],
      minimumConfidence: 0.5,
    },
    answer: 'drafted_reply',
    plain: form,
    facts: factsOfPrompt({ variables: form.variables, categories }, { country }),
    conceal: () => ({ kind: 'concealed', form, table: { version: 0, placeholders: [] }, isLonger: false }),
    unheard: [],
    timeoutMs: 1_000,
  };
}

const letter = JSON.stringify({ subject: 'Re: Your lamp', text: 'It is on its way.', confidence: 0.9 });
const used = { version: 'v', inputTokens: 1, outputTokens: 1 };

function replyOf(health: Health): ModelReply {
  switch (health) {
    case 'answers':
      return { kind: 'text', text: letter, ...used };
    case 'rambles':
      return { kind: 'text', text: 'Well …', ...used };
    case 'refuses':
      return { kind: 'refused', reason: 'no', ...used };
    case 'turns-away':
      return { kind: 'failed', failure: 'request-refused', reason: '400', words: '' };
    case 'down':
      return { kind: 'failed', failure: 'overloaded', reason: '503', words: '' };
  }
}

function seen(model: PinnedModel): CallSeen {
  return { model: nameOf(model), version: model.model };
}

function nameOf({ name }: PinnedModel): ModelName {
  return name as ModelName;
}
