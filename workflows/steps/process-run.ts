import {
  CancellationScope,
  CancelledFailure,
  defineSignal,
  isCancellation,
  log,
  proxyLocalActivities,
  setCurrentDetails,
  setDefaultSignalHandler,
  setHandler,
  TemporalFailure,
} from '@temporalio/workflow';
import type { CloseRunInput } from '#activities/close-run.ts';
import type { Activities } from '#activities/index.ts';
import type { WriteCrmInput } from '#activities/write-crm.ts';
import type { ProcessResult, ProcessStart, RunOutcome } from '#contracts/run.ts';
import { answerReceived, approvalDecided, switchLifted } from '#contracts/signals.ts';
import type { Snapshot } from '#contracts/snapshot.ts';
import type { RunReference, StepCall } from '#contracts/step-call.ts';
import { giveUp } from './give-up.ts';
import { type InteractionEntry, interactionOf } from './interaction-entry.ts';
import { createLifts, type Lifts } from './lifts.ts';
import { recordOptions } from './record-options.ts';
import { createStepCounter } from './step-counter.ts';
import { isRunCancelled } from './step-failures.ts';
import { createSignals, type Signals } from './task-signals.ts';
import { throughPauses } from './through-pauses.ts';
import { createUndoList, type UndoList } from './undo-list.ts';

/** One execution of a process: its input, what it is pinned to, and the keys of its steps. */
export interface ProcessRun<Input = unknown> {
  input: Input;
  snapshot: Snapshot;
  reference: RunReference;
  /** The address of a step; one execution may take each only once. */
  step(name: string, item?: string): StepCall;
  signals: Pick<Signals, 'waitFor'>;
  lifts: Pick<Lifts, 'waitFor'>;
  /** Where each step that can be taken back says how. */
  undo: UndoList<ProcessRun>;
}

/** What a story came to, with the interaction that is logged in the CRM as the run is closed. */
export type StoryEnd = RunOutcome | { outcome: RunOutcome; log: InteractionEntry };

/** How a story ended, and the failure that it ended with. */
type Told = { outcome: RunOutcome; log?: InteractionEntry; failure?: TemporalFailure };

/** Runs the story of a process, takes back what it did where it gives up, and closes the run with what it came to, however it ends. */
export async function runProcess<Input>(
  start: ProcessStart<Input>,
  story: (run: ProcessRun<Input>) => Promise<StoryEnd>,
): Promise<ProcessResult> {
  const heard = openSignals();
  const run = openRun(start, heard);
  const { log: entry, failure, ...told } = await tell(run, story);
  const { outcome, undoing } = await giveUp(run, told.outcome);
  const input = entry && interactionOf(run, entry);
  await close(start, heard, { outcome, ...(input ? { log: undoing ? whileUndoing(input) : input } : {}) });
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

/** What the run is told from outside. */
interface Heard {
  signals: Signals;
  lifts: Lifts;
}

function openSignals(): Heard {
  const signals = createSignals();
  const lifts = createLifts();
  setHandler(defineSignal<[unknown]>(approvalDecided), (signal) => signals.keep(idIn(signal, 'approvalId')));
  setHandler(defineSignal<[unknown]>(answerReceived), (signal) => signals.keep(idIn(signal, 'questionId')));
  setHandler(defineSignal<[unknown]>(switchLifted), (signal) => lifts.keep(idIn(signal, 'pauseId')));
  setDefaultSignalHandler(() => signals.keep(nothing));
  return { signals, lifts };
}

function openRun<Input>({ run, snapshot, input }: ProcessStart<Input>, heard: Heard): ProcessRun<Input> {
  return {
    input,
    snapshot,
    reference: { id: run.id, process: run.process, execution: run.execution },
    step: createStepCounter(run),
    undo: createUndoList(),
    ...heard,
  };
}

const nothing = 'nothing';

/** Anybody may signal anything; whatever is not an id of ours goes by a word that no database refuses. */
function idIn(signal: unknown, field: 'approvalId' | 'questionId' | 'pauseId'): string {
  const named = typeof signal === 'object' && signal !== null ? Reflect.get(signal, field) : undefined;
  return typeof named === 'string' && /^[\w-]{1,100}$/.test(named) ? named : nothing;
}

/** What a run came to is written down even where a cancel arrives too late to change it. */
function close(
  { run, snapshot }: ProcessStart<unknown>,
  heard: Heard,
  end: Pick<CloseRunInput, 'outcome' | 'log'>,
): Promise<void> {
  const { outcome, log: entry } = end;
  setCurrentDetails(`**Over:** ${outcome}`);
  const summary = `${entry ? 'Log the reply in the CRM and close' : 'Close'} the run: ${outcome}`;
  const { closeRun } = proxyLocalActivities<Activities>(recordOptions(snapshot, summary));
  return CancellationScope.nonCancellable(() =>
    throughPauses(heard, () => {
      const unheard = [...heard.signals.unheard(), ...heard.lifts.unheard()];
      return closeRun({ run, ...end, ...(unheard.length > 0 ? { unheard } : {}) });
    }),
  );
}
