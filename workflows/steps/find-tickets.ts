import { proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import type { HasToWait } from '#contracts/guard.ts';
import type { TicketsFound } from '#contracts/ticket.ts';
import type { ProcessRun } from './process-run.ts';
import { recordOptions } from './record-options.ts';
import { throughPauses } from './through-pauses.ts';

/** Finds what the same customer asked this process before, so that two tickets about one fault are seen as that. */
export function findTickets(run: ProcessRun): Promise<Exclude<TicketsFound, HasToWait>> {
  const activities = proxyLocalActivities<Activities>(recordOptions(run.snapshot, 'Find earlier tickets'));
  const input = { step: run.step('findTickets') };
  return throughPauses(run, () => activities.findTickets(input));
}
