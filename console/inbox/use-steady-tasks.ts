import { useState } from 'react';
import type { ApprovalItem } from '#contracts/http/approval.ts';

/** A task as it stands now; `isGone` where it does not wait any more. */
export interface SteadyTask {
  task: ApprovalItem;
  isGone: boolean;
}

/**
 * Keeps each task where one reads it. What is new waits until it is asked for, and what waits no more stays, marked as
 * that, so that nothing moves under the hand.
 */
export function useSteadyTasks(fresh: readonly ApprovalItem[]) {
  const [shown, setShown] = useState(fresh);
  const now = new Map(fresh.map((task) => [task.id, task]));
  const known = new Set(shown.map(({ id }) => id));
  const isNothingToRead = shown.every(({ id }) => !now.has(id));
  if (isNothingToRead && shown.length + fresh.length > 0 && shown !== fresh) setShown(fresh);
  return {
    tasks: shown.map((task): SteadyTask => ({ task: now.get(task.id) ?? task, isGone: !now.has(task.id) })),
    waiting: fresh.filter(({ id }) => !known.has(id)).length,
    showNew: () => setShown(fresh),
  };
}
