import { CancellationScope, log, proxyLocalActivities, setCurrentDetails, TemporalFailure } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import type { RunOutcome } from '#contracts/run.ts';
import type { Undone } from '#contracts/undo.ts';
import { handOverLeft } from './hand-over-left.ts';
import type { ProcessRun } from './process-run.ts';
import { recordOptions } from './record-options.ts';
import { isRunCancelled } from './step-failures.ts';
import { takeBackInReverse, type Undoable } from './undo-list.ts';
import { undoingRun } from './undoing-run.ts';

export interface GivenUp {
  outcome: RunOutcome;
  /** Set where the run may do nothing any more but what belongs to taking back. */
  undoing?: true;
}

/**
 * Where the registry says so of what the run came to: takes back what it did, the last step first, and leaves to a person
 * what stays. No cancel stops that.
 */
export async function giveUp(run: ProcessRun, outcome: RunOutcome): Promise<GivenUp> {
  const declared = run.undo.declared();
  const isUndone = run.snapshot.undo?.at.some((end) => end === outcome) ?? false;
  if (!isUndone || declared.length === 0) return { outcome };
  return CancellationScope.nonCancellable(async () => {
    setCurrentDetails(`**Takes back what it did:** ${outcome}`);
    const { beginUndo } = proxyLocalActivities<Activities>(recordOptions(run.snapshot, 'Begin to take back'));
    const steps = declared.map(({ step }) => step.address);
    const begun = await beginUndo({ run: run.reference, outcome, steps });
    const came = await takeBackInReverse(declared, begun.happened, (undoable, happened) =>
      takeBack(run, undoable, happened),
    );
    if (came.left.length > 0) await handOverLeft(run, { ...came, outcome: begun.outcome });
    return { outcome: begun.outcome, undoing: true };
  });
}

async function takeBack(
  run: ProcessRun,
  { step: { address: of }, ...undoable }: Undoable<ProcessRun>,
  happened: 'done' | 'perhaps',
): Promise<Undone> {
  const undoing = undoingRun(run, `${of.name}.${of.round}.${of.item}`);
  const undone = await attempt(of.name, () => undoable.takeBack(undoing, happened));
  const summary = undone.kind === 'undone' ? `Taken back: ${of.name}` : `Stays: ${of.name}`;
  const { recordUndone } = proxyLocalActivities<Activities>(recordOptions(run.snapshot, summary));
  await recordUndone({ step: undoing.step('record'), of, undone });
  return undone;
}

/** What fails for good stays, and is a person's; a mistake in the code goes on once it is mended. */
async function attempt(step: string, act: () => Undone | Promise<Undone>): Promise<Undone> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof TemporalFailure) || isRunCancelled(error)) throw error;
    log.error('a step could not be taken back', { step, error });
    return { kind: 'left', why: 'failed' };
  }
}
