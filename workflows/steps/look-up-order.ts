import { proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import type { HasToWait } from '#contracts/guard.ts';
import type { OrderLookup } from '#contracts/order.ts';
import type { ProcessRun } from './process-run.ts';
import { recordOptions } from './record-options.ts';
import { throughPauses } from './through-pauses.ts';

export interface OrderQuestion {
  customer: string;
  numbers: readonly string[];
  /** Which look-up of the run it is, where it is not the only one. */
  item?: string | undefined;
}

/** Finds the order a customer asks about. */
export function lookUpOrder(
  run: ProcessRun,
  { item, ...question }: OrderQuestion,
): Promise<Exclude<OrderLookup, HasToWait>> {
  const activities = proxyLocalActivities<Activities>(recordOptions(run.snapshot, 'Look up the order'));
  const input = { ...question, step: run.step('lookUpOrder', item) };
  return throughPauses(run, () => activities.lookUpOrder(input));
}
