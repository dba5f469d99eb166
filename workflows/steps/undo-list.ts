import { stepKey } from '#contracts/step.ts';
import type { StepCall } from '#contracts/step-call.ts';
import type { Happened, Undone } from '#contracts/undo.ts';

/** A step with what takes it back, declared before it acts: whoever dies in between may have done it. */
export interface Undoable<Undoing> {
  step: StepCall;
  /** What it does, as whoever has to see to it reads it: `The e-mail to …`. */
  what: string;
  /** Only asked for where it was done, or perhaps was. */
  takeBack(undoing: Undoing, happened: Exclude<Happened, 'left'>): Undone | Promise<Undone>;
}

export interface UndoList<Undoing> {
  declare(undoable: Undoable<Undoing>): void;
  /** In the order in which they were begun last. */
  declared(): readonly Undoable<Undoing>[];
}

export function createUndoList<Undoing>(): UndoList<Undoing> {
  const steps = new Map<string, Undoable<Undoing>>();
  return {
    declare: (undoable) => {
      const key = stepKey(undoable.step.address);
      // What is begun again, such as a message once another person agreed to it, is the same effect, and the latest.
      steps.delete(key);
      steps.set(key, undoable);
    },
    declared: () => [...steps.values()],
  };
}

/** What became of the steps, the last one first. */
export interface TakenBack<Undoing> {
  undone: readonly Undoable<Undoing>[];
  left: readonly { undoable: Undoable<Undoing>; undone: Extract<Undone, { kind: 'left' }> }[];
}

/** Takes back what was done, the last step first, each once; one that stays keeps no other from being taken back. */
export async function takeBackInReverse<Undoing>(
  declared: readonly Undoable<Undoing>[],
  happened: Readonly<Record<string, Happened>>,
  takeBack: (undoable: Undoable<Undoing>, happened: Exclude<Happened, 'left'>) => Promise<Undone>,
): Promise<TakenBack<Undoing>> {
  const undone: Undoable<Undoing>[] = [];
  const left: TakenBack<Undoing>['left'][number][] = [];
  for (const undoable of declared.toReversed()) {
    const known = happened[stepKey(undoable.step.address)];
    if (known === undefined) continue;
    const came = known === 'left' ? stayed : await takeBack(undoable, known);
    if (came.kind === 'undone') undone.push(undoable);
    else left.push({ undoable, undone: came });
  }
  return { undone, left };
}

/** An earlier execution found that it stays, and nobody has seen to it yet. */
const stayed = { kind: 'left', why: 'cannot' } as const;
