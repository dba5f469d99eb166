import { undoStep } from '#contracts/step.ts';
import type { ProcessRun } from './process-run.ts';
import { createUndoList } from './undo-list.ts';

/**
 * A run that takes back what it did, and may do nothing else by now. `part` says which of that it is: its steps have keys of
 * their own, and no rounds, since what was done in another round is taken back by another step.
 */
export function undoingRun(run: ProcessRun, part: string): ProcessRun {
  const reference = { ...run.reference, undoing: true } as const;
  const runId = reference.id;
  return {
    ...run,
    reference,
    undo: createUndoList(),
    step: (name, item = '1') => ({
      run: reference,
      address: { runId, name: undoStep, round: 0, item: `${part}.${name}.${item}` },
    }),
  };
}
