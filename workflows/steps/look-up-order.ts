import { proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import type { OrderLookup } from '#contracts/order.ts';
import type { ProcessRun } from './process-run.ts';
import { recordOptions } from './record-options.ts';

export interface OrderQuestion {
  customer: string;
  numbers: readonly string[];
}

/** Finds the order a customer asks about. */
export function lookUpOrder(run: ProcessRun, question: OrderQuestion): Promise<OrderLookup> {
  const activities = proxyLocalActivities<Activities>(recordOptions(run.snapshot, 'Look up the order'));
  return activities.lookUpOrder({ ...question, step: run.step('lookUpOrder') });
}
