import { patched } from '@temporalio/workflow';

/** Whether a run comes to this place with the change in it; one that passed it before goes on as it began. */
export function beganAfter(change: string): boolean {
  return patched(change);
}
