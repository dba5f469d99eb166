import { CancelledFailure, isCancellation, log, TemporalFailure } from '@temporalio/workflow';
import type { WriteCrmInput } from '#activities/write-crm.ts';
import type { ProcessResult, ProcessStart, RunOutcome } from '#contracts/run.ts';
import { giveUp } from './give-up.ts';
import { type InteractionEntry, interactionOf } from './interaction-entry.ts';
import { close, logAtEnd, openRun, openSignals, type ProcessRun, type StoryEnd } from './process-run.ts';
import { isRunCancelled } from './step-failures.ts';

/** How a story ended, and the failure that it ended with. */
type Told = { outcome: RunOutcome; log?: InteractionEntry; failure?: TemporalFailure };

/** Runs the story of a process, takes back what it did where it gives up, and closes the run with what it came to, however it ends. */
export async function runProcess<Input>(
  start: ProcessStart<Input>,
  story: (run: ProcessRun<Input>) => Promise<StoryEnd>,
): Promise<ProcessResult> {
  const heard = openSignals();
  const run = openRun(start, heard);
  const { log: entry, failure, outcome: came } = await tell(run, story);
  const { outcome, undoing } = await giveUp(run, came);
  const input = entry && interactionOf(run, entry);
  const logged = input && (await logAtEnd(run, { outcome, input: undoing ? whileUndoing(input) : input }));
  await close(start, heard, { outcome, ...(logged ? { log: logged } : {}) });
  if (failure) throw failure;
  return { outcome };
}

async function tell<Input>(
  run: ProcessRun<Input>,
  story: (run: ProcessRun<Input>) => Promise<StoryEnd>,
): Promise<Told> {
  try {
    const end = await story(run);
    return typeof end === 'string' ? { outcome: end } : end;
  } catch (error) {
    // Anything else is a mistake in the code: the run stays open, and goes on once the code is mended.
    if (!(error instanceof TemporalFailure)) throw error;
    if (isCancellation(error)) return { outcome: 'cancelled', failure: error };
    if (isRunCancelled(error)) return { outcome: 'cancelled', failure: new CancelledFailure('The run was cancelled') };
    log.error('process failed', { error });
    return { outcome: 'failed', failure: error };
  }
}

/** What happened is logged all the same. */
function whileUndoing({ step, interaction }: WriteCrmInput): WriteCrmInput {
  return { interaction, step: { ...step, run: { ...step.run, undoing: true } } };
}
