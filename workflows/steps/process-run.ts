import {
  CancellationScope,
  defineSignal,
  proxyLocalActivities,
  setCurrentDetails,
  setDefaultSignalHandler,
  setHandler,
} from '@temporalio/workflow';
import type { CloseRunInput } from '#activities/close-run.ts';
import type { Activities } from '#activities/index.ts';
import type { WriteCrmInput } from '#activities/write-crm.ts';
import type { ProcessStart, RunOutcome } from '#contracts/run.ts';
import { answerReceived, approvalDecided, switchLifted } from '#contracts/signals.ts';
import type { Snapshot } from '#contracts/snapshot.ts';
import type { RunReference, StepCall } from '#contracts/step-call.ts';
import type { InteractionEntry } from './interaction-entry.ts';
import { createLifts, type Lifts } from './lifts.ts';
import { pinnedTool } from './pinned-tool.ts';
import { recordOptions } from './record-options.ts';
import { createStepCounter } from './step-counter.ts';
import { createSignals, type Signals } from './task-signals.ts';
import { throughPauses } from './through-pauses.ts';
import { createUndoList, type UndoList } from './undo-list.ts';
import { logInteraction } from './write-crm.ts';

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

/** What the run is told from outside. */
export interface Heard {
  signals: Signals;
  lifts: Lifts;
}

/** Listens from the start: a signal may come before anybody waits for it. */
export function openSignals(): Heard {
  const signals = createSignals();
  const lifts = createLifts();
  setHandler(defineSignal<[unknown]>(approvalDecided), (signal) => signals.keep(idIn(signal, 'approvalId')));
  setHandler(defineSignal<[unknown]>(answerReceived), (signal) => signals.keep(idIn(signal, 'questionId')));
  setHandler(defineSignal<[unknown]>(switchLifted), (signal) => lifts.keep(idIn(signal, 'pauseId')));
  setDefaultSignalHandler(() => signals.keep(nothing));
  return { signals, lifts };
}

export function openRun<Input>({ run, snapshot, input }: ProcessStart<Input>, heard: Heard): ProcessRun<Input> {
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

/**
 * In our own CRM it is logged as the run is closed. One outside may take its time: the run stays open until it has what
 * was done, and is shown as one that does not get on.
 */
export async function logAtEnd(
  run: ProcessRun,
  { outcome, input }: { outcome: RunOutcome; input: WriteCrmInput },
): Promise<WriteCrmInput | undefined> {
  if (pinnedTool(run.snapshot, 'write-interaction').place === 'own') return input;
  setCurrentDetails(`**Over:** ${outcome}, and told to the CRM before the run is closed`);
  await CancellationScope.nonCancellable(() => logInteraction(run, input));
  return undefined;
}

/** What a run came to is written down even where a cancel arrives too late to change it. */
export function close(
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
