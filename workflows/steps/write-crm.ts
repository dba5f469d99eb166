import type { WriteCrmInput, WriteCrmResult } from '#activities/write-crm.ts';
import type { HasToWait } from '#contracts/guard.ts';
import type { Snapshot } from '#contracts/snapshot.ts';
import type { StepCall } from '#contracts/step-call.ts';
import { type InteractionEntry, interactionOf } from './interaction-entry.ts';
import type { Lifts } from './lifts.ts';
import { throughPauses } from './through-pauses.ts';
import { toolActivities } from './tool-activities.ts';

/** What of a run it takes to log something for it. */
interface LoggingRun {
  snapshot: Snapshot;
  step(name: string, item?: string): StepCall;
  lifts: Pick<Lifts, 'waitFor'>;
}

export type LoggedCrm = Exclude<WriteCrmResult, HasToWait>;

/** Logs an interaction in whichever CRM the registry names. */
export function writeCrm(run: LoggingRun, entry: InteractionEntry): Promise<LoggedCrm> {
  return logInteraction(run, interactionOf(run, entry));
}

/** The same by a step that has its key already. */
export function logInteraction(run: Omit<LoggingRun, 'step'>, input: WriteCrmInput): Promise<LoggedCrm> {
  const summary = `Log the ${input.interaction.direction} message in the CRM`;
  const { activities, call } = toolActivities(run, 'write-interaction', summary);
  return throughPauses(run, () => activities.writeCrm({ ...input, ...(call ? { crm: call } : {}) }));
}
