import { proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import type { WriteCrmInput, WriteCrmResult } from '#activities/write-crm.ts';
import type { HasToWait } from '#contracts/guard.ts';
import { type InteractionEntry, interactionOf } from './interaction-entry.ts';
import type { ProcessRun } from './process-run.ts';
import { recordOptions } from './record-options.ts';
import { throughPauses } from './through-pauses.ts';

export type LoggedCrm = Exclude<WriteCrmResult, HasToWait>;

/** Logs an interaction in the CRM. */
export function writeCrm(run: ProcessRun, entry: InteractionEntry): Promise<LoggedCrm> {
  return logInteraction(run, interactionOf(run, entry));
}

/** The same by a step that has its key already. */
export function logInteraction(run: ProcessRun, input: WriteCrmInput): Promise<LoggedCrm> {
  const summary = `Log the ${input.interaction.direction} message in the CRM`;
  const activities = proxyLocalActivities<Activities>(recordOptions(run.snapshot, summary));
  return throughPauses(run, () => activities.writeCrm(input));
}
