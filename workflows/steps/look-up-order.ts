import type { HasToWait } from '#contracts/guard.ts';
import type { OrderLookup } from '#contracts/order.ts';
import type { ProcessRun } from './process-run.ts';
import { throughPauses } from './through-pauses.ts';
import { toolActivities } from './tool-activities.ts';

export interface OrderQuestion {
  customer: string;
  numbers: readonly string[];
  /** Which look-up of the run it is, where it is not the only one. */
  item?: string | undefined;
}

/** Finds the order a customer asks about, and what the CRM knows of them, which the registry names. */
export function lookUpOrder(
  run: ProcessRun,
  { item, ...question }: OrderQuestion,
): Promise<Exclude<OrderLookup, HasToWait>> {
  const { activities, call } = toolActivities(run, 'look-up-customer', 'Look up the order');
  const crm = call ? { crm: { ...call, attempts: run.snapshot.limits.sendAttempts } } : {};
  const input = { ...question, ...crm, step: run.step('lookUpOrder', item) };
  return throughPauses(run, () => activities.lookUpOrder(input));
}
