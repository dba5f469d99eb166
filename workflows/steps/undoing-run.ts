import { undoStep } from '#contracts/step.ts';
import type { ProcessRun } from './process-run.ts';
import { createUndoList } from './undo-list.ts';

/** What of the steps that take back it is about: those of one step, or those that hand over what stays. */
export interface UndoPart {
  round: number;
  item: string;
}

/** A run that takes back what it did, and may do nothing else by now. Its steps have keys of their own. */
export function undoingRun(run: ProcessRun, { round, item }: UndoPart): ProcessRun {
  const reference = { ...run.reference, undoing: true } as const;
  const runId = reference.id;
  return {
    ...run,
    reference,
    undo: createUndoList(),
    step: (name, number = '1') => ({
      run: reference,
      address: { runId, name: undoStep, round, item: `${item}.${name}.${number}` },
    }),
  };
}
