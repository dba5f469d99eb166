import { setTimeout as pause } from 'node:timers/promises';
import { RunDetail } from '#contracts/http/run.ts';

export interface TaskWait {
  apiUrl: string;
  /** As who to look, as the Authorization header says it. */
  authorization: string;
  withinMs: number;
  signal: AbortSignal;
}

const Progress = RunDetail.pick({ run: true, approvals: true, children: true });

/** Waits until each run has asked a person, itself or through a child, or is over. False when the time is over first. */
export async function awaitTasks(runs: readonly string[], wait: TaskWait): Promise<boolean> {
  const deadline = Date.now() + wait.withinMs;
  for (const run of runs) {
    while (!(await hasAskedOrEnded(run, wait))) {
      if (Date.now() > deadline) return false;
      await pause(100, undefined, { signal: wait.signal });
    }
  }
  return true;
}

async function hasAskedOrEnded(id: string, wait: TaskWait): Promise<boolean> {
  const { run, approvals, children } = await read(id, wait);
  if (run.status === 'closed' || approvals.length > 0) return true;
  for (const child of children) if (await hasAskedOrEnded(child.id, wait)) return true;
  return false;
}

async function read(id: string, { apiUrl, authorization, signal }: TaskWait) {
  const answer = await fetch(`${apiUrl}/api/runs/${id}`, { headers: { authorization }, signal });
  if (!answer.ok) throw new Error(`The run ${id} cannot be read: HTTP ${answer.status} ${await answer.text()}`);
  return Progress.parse(await answer.json());
}
