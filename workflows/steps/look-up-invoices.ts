import type { HasToWait } from '#contracts/guard.ts';
import type { InvoiceLookup } from '#contracts/invoice-lookup.ts';
import type { ProcessRun } from './process-run.ts';
import { throughPauses } from './through-pauses.ts';
import { toolActivities } from './tool-activities.ts';

export interface InvoiceQuestion {
  customer: string;
  numbers: readonly string[];
  orders: readonly string[];
  /** Which look-up of the run it is, where it is not the only one. */
  item?: string | undefined;
}

/** Finds the invoice a customer asks about, and what the CRM knows of them, which the registry names. */
export function lookUpInvoices(
  run: ProcessRun,
  { item, ...question }: InvoiceQuestion,
): Promise<Exclude<InvoiceLookup, HasToWait>> {
  const { activities, call } = toolActivities(run, 'look-up-customer', 'Look up the invoice');
  const crm = call ? { crm: { ...call, attempts: run.snapshot.limits.sendAttempts } } : {};
  const input = { ...question, ...crm, step: run.step('lookUpInvoices', item) };
  return throughPauses(run, () => activities.lookUpInvoices(input));
}
