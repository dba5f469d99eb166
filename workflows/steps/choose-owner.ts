import { proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import type { OwnerChoice, PassedBy } from '#contracts/owning.ts';
import type { ProcessRun } from './process-run.ts';
import { recordOptions } from './record-options.ts';

export interface OwnerToFind {
  /** How often somebody was chosen in this run, with this time. */
  round: number;
  team: string;
  category: string;
  language?: string | undefined;
  passedBy: readonly PassedBy[];
}

/** Finds who is asked next to own an enquiry: by what they take, who is there, and how much each has to do. */
export function chooseOwner(run: ProcessRun, { round, language, ...wanted }: OwnerToFind): Promise<OwnerChoice> {
  const activities = proxyLocalActivities<Activities>(recordOptions(run.snapshot, 'Choose who is asked to own it'));
  const step = run.step('chooseOwner', String(round));
  // What they were asked is withdrawn as the run gives up.
  const what = `That somebody of ${wanted.team} is asked to own it`;
  run.undo.declare({ step, what, takeBack: () => ({ kind: 'undone', how: 'released' }) });
  return activities.chooseOwner({ step, ...wanted, ...(language === undefined ? {} : { language }) });
}
