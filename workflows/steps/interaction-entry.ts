import type { WriteCrmInput } from '#activities/write-crm.ts';
import type { StepCall } from '#contracts/step-call.ts';

/** What a process logs in the CRM. */
export interface InteractionEntry {
  /** The step's name, such as `logEnquiry`. */
  step: string;
  item?: string;
  interaction: WriteCrmInput['interaction'];
}

export function interactionOf(
  run: { step(name: string, item?: string): StepCall },
  { step, item, interaction }: InteractionEntry,
): WriteCrmInput {
  return { step: run.step(step, item), interaction };
}
