import { CancellationScope, proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import type { WriteCrmInput, WriteCrmResult } from '#activities/write-crm.ts';
import type { ProcessRun } from './process-run.ts';
import { recordOptions } from './record-options.ts';

export interface InteractionEntry {
  /** The step's name, such as `logEnquiry`. */
  step: string;
  item?: string;
  interaction: WriteCrmInput['interaction'];
}

/** Logs an interaction in the CRM. A reply that has left is logged even when the run is cancelled meanwhile. */
export function writeCrm(run: ProcessRun, entry: InteractionEntry): Promise<WriteCrmResult> {
  const summary = `Log the ${entry.interaction.direction} message in the CRM`;
  const activities = proxyLocalActivities<Activities>(recordOptions(run.snapshot, summary));
  const input = { step: run.step(entry.step, entry.item), interaction: entry.interaction };
  return CancellationScope.nonCancellable(() => activities.writeCrm(input));
}
