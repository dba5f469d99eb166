import { openStack } from '#test/stack/open-stack.ts';
import { inEveryProcess } from '#test/stack/registry-copy.ts';
import type { Plan } from './plan/plan.ts';
import { type Played, type PlayOptions, playMonth } from './play/play-month.ts';
import type { Finding } from './reconcile/finding.ts';
import type { Records } from './reconcile/records.ts';
import { settleMonth } from './settle.ts';

export interface Simulated {
  played: Played;
  records: Records;
  findings: readonly Finding[];
}

export interface SimulationOptions extends PlayOptions {
  /** How long what is still on its way may take to arrive. */
  settleMs?: number;
}

/** Days of waiting, in seconds. */
const registry = [
  ...inEveryProcess(['durations', 'review'], '8 seconds'),
  ...inEveryProcess(['questions', 'answerWithin'], '3 seconds'),
];

/** Plays a month on a stack of its own, and tells what came of it and which records disagree. */
export async function simulate(plan: Plan, { settleMs, ...options }: SimulationOptions): Promise<Simulated> {
  const stack = await openStack({ registry });
  try {
    const played = await playMonth(stack, plan, options);
    return { played, ...(await settleMonth(stack, played.deliveries, settleMs)) };
  } finally {
    await stack.close();
  }
}
