import { newId } from '#contracts/ids.ts';
import { createPlanSpending, type PlanSpending } from '#governance/budgets/plan-spending.ts';
import type { Used } from '#governance/budgets/spending.ts';
import type { RegistrySource } from '#governance/registry/index.ts';
import { createBench } from '../create-bench.ts';
import type { GuardGround, Round } from '../guard/measured-effect.ts';
import { type OpenGuard, openGuard } from '../guard/open-guard.ts';
import { percentilesOf } from '../percentiles.ts';
import { readRounds } from '../read-rounds.ts';

const sideBySide = [1, 10, 40] as const;

/** Which of the sample budgets are asked. */
const kinds = {
  'no budget': () => false,
  'budgets of runs': (per: string) => per === 'run',
  'all, days shared': () => true,
} as const;

/** What budgets add to a call of a model that answers at once, where many count in the same row. */
export const runBudgets = createBench({
  readOptions: readRounds('budgets', 400),
  measure: async (lifecycle, { rounds }) => {
    const open = await openGuard(lifecycle);
    const lines: string[] = [];
    for (const [name, isAsked] of Object.entries(kinds)) {
      const plan = createPlanSpending({ registry: withBudgets(open.ground.registrySource, isAsked) });
      for (const width of sideBySide) lines.push(await measure(open, { name, plan, width, rounds }));
    }
    return [`${rounds} calls each, intent and outcome committed durably; milliseconds of a call`, ...lines].join('\n');
  },
});

function withBudgets(source: RegistrySource, isAsked: (per: string) => boolean): RegistrySource {
  const live = source.current();
  const budgets = live.budgets().filter(({ per }) => isAsked(per));
  return { current: () => ({ ...live, budgets: () => budgets }) };
}

interface Measured {
  name: string;
  plan: PlanSpending;
  /** So many calls are under way at a time. */
  width: number;
  rounds: number;
}

async function measure(open: OpenGuard, { name, plan, width, rounds }: Measured): Promise<string> {
  const waiting: Round[] = [];
  for (let round = 0; round < rounds; round += 1) waiting.push(await open.nextRound(round));
  const times: number[] = [];
  const begun = performance.now();
  const ask = async () => {
    for (let round = waiting.pop(); round; round = waiting.pop()) times.push(await timeOf(open.ground, round, plan));
  };
  await Promise.all(Array.from({ length: width }, ask));
  const perSecond = (rounds / (performance.now() - begun)) * 1000;
  const { p50, p95 } = percentilesOf(times);
  const figures = [p50, p95].map((value) => value.toFixed(1).padStart(8)).join('');
  return `${name.padEnd(18)}${String(width).padStart(3)} at once${figures}  ${perSecond.toFixed(0).padStart(5)} calls a second`;
}

async function timeOf({ guard }: GuardGround, { step, snapshot }: Round, plan: PlanSpending): Promise<number> {
  const [model] = Object.values(snapshot.models);
  if (!model) throw new Error('The snapshot has no model');
  const call = newId('modelCall');
  const { run, address } = step('draft');
  const request = { system: '', user: 'x'.repeat(2_000), schema: null, mostOutputTokens: 1_000, timeoutMs: 1_000 };
  const used = { kind: 'known', inputTokens: 500, outputTokens: 100, micros: 0 } as const;
  const begun = performance.now();
  const outcome = await guard.perform<Used, 'answered'>(
    {
      step: { run, address },
      ...{ effect: 'callModel', asset: model.name, digest: 'asked', call },
      uses: [
        { kind: 'process', name: run.process },
        { kind: 'prompt', name: `${run.process}/draft-order-reply` },
      ],
      spending: plan({ id: call, run, model, request }),
    },
    {
      execute: async () => used,
      conclude: async () => ({ verdict: 'done', result: 'answer', record: {}, used, outcome: 'answered' }),
    },
  );
  if (outcome !== 'answered') throw new Error(`A call was refused: ${outcome.reason}`);
  return performance.now() - begun;
}
