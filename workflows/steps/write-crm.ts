import { proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import type { WriteCrmResult } from '#activities/write-crm.ts';
import { type InteractionEntry, interactionOf } from './interaction-entry.ts';
import type { ProcessRun } from './process-run.ts';
import { recordOptions } from './record-options.ts';

/** Logs an interaction in the CRM. */
export function writeCrm(run: ProcessRun, entry: InteractionEntry): Promise<WriteCrmResult> {
  const summary = `Log the ${entry.interaction.direction} message in the CRM`;
  const activities = proxyLocalActivities<Activities>(recordOptions(run.snapshot, summary));
  return activities.writeCrm(interactionOf(run, entry));
}
