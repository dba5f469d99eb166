import { proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import type { WriteCrmResult } from '#activities/write-crm.ts';
import type { HasToWait } from '#contracts/guard.ts';
import { type InteractionEntry, interactionOf } from './interaction-entry.ts';
import type { ProcessRun } from './process-run.ts';
import { recordOptions } from './record-options.ts';
import { throughPauses } from './through-pauses.ts';

/** Logs an interaction in the CRM. */
export function writeCrm(run: ProcessRun, entry: InteractionEntry): Promise<Exclude<WriteCrmResult, HasToWait>> {
  const summary = `Log the ${entry.interaction.direction} message in the CRM`;
  const activities = proxyLocalActivities<Activities>(recordOptions(run.snapshot, summary));
  const input = interactionOf(run, entry);
  return throughPauses(run, () => activities.writeCrm(input));
}
