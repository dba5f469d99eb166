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
import type { ProcessResult, ProcessStart, RunOutcome } from '#contracts/run.ts';
import { answerReceived, approvalDecided, switchLifted } from '#contracts/signals.ts';
import type { Snapshot } from '#contracts/snapshot.ts';
import type { RunReference, StepCall } from '#contracts/step-call.ts';
import { type InteractionEntry, interactionOf } from './interaction-entry.ts';
import { createLifts, type Lifts } from './lifts.ts';
import { recordOptions } from './record-options.ts';
import { createStepCounter } from './step-counter.ts';
import { isRunCancelled } from './step-failures.ts';
import { createSignals, type Signals } from './task-signals.ts';
import { throughPauses } from './through-pauses.ts';

/** One execution of a process: its input, what it is pinned to, and the keys of its steps. */
export interface ProcessRun<Input = unknown> {
  input: Input;
  snapshot: Snapshot;
  reference: RunReference;
  /** The address of a step; one execution may take each only once. */
  step(name: string, item?: string): StepCall;
  signals: Pick<Signals, 'waitFor'>;
  lifts: Pick<Lifts, 'waitFor'>;
}

/** What a story came to, with the interaction that is logged in the CRM as the run is closed. */
export type StoryEnd = RunOutcome | { outcome: RunOutcome; log: InteractionEntry };

/** Runs the story of a process and closes the run with what it came to, however it ends. */
export async function runProcess<Input>(
  start: ProcessStart<Input>,
  story: (run: ProcessRun<Input>) => Promise<StoryEnd>,
): Promise<ProcessResult> {
  const heard = openSignals();
  const run = openRun(start, heard);
  try {
    const end = await story(run);
    const { outcome, log: entry } = typeof end === 'string' ? { outcome: end, log: undefined } : end;
    await close(start, heard, { outcome, ...(entry ? { log: interactionOf(run, entry) } : {}) });
    return { outcome };
  } catch (error) {
    // Anything else is a mistake in the code: the run stays open, and goes on once the code is mended.
    if (!(error instanceof TemporalFailure)) throw error;
    const cancelled = isCancellation(error) || isRunCancelled(error);
    if (!cancelled) log.error('process failed', { error });
    await close(start, heard, { outcome: cancelled ? 'cancelled' : 'failed' });
    throw cancelled && !isCancellation(error) ? new CancelledFailure('The run was cancelled') : error;
  }
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
