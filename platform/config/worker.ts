import type { z } from 'zod';
import { variable, wholeNumber } from './variable.ts';

/** How much one worker takes on at a time, how long it is relied on, and how often it looks. */
export interface WorkerConfig {
  maxCachedWorkflows: number;
  maxConcurrentWorkflowTasks: number;
  maxConcurrentActivities: number;
  maxConcurrentLocalActivities: number;
  /** How long a run waits for the worker that has it in memory, before any other goes on with it. */
  stickyTimeoutMs: number;
  /** Between two looks at what became of runs in Temporal. */
  reconcileEveryMs: number;
}

function limit(name: string, fallback: number) {
  return variable(wholeNumber({ from: 2, to: 10_000 }).default(fallback), { write: `${name}=${fallback}` });
}

function time(name: string, fallback: number) {
  return variable(wholeNumber({ from: 100, to: 60_000 }).default(fallback), { write: `${name}=${fallback}` });
}

export const workerVariables = {
  WORKER_CACHED_WORKFLOWS: limit('WORKER_CACHED_WORKFLOWS', 400),
  WORKER_WORKFLOW_TASKS: limit('WORKER_WORKFLOW_TASKS', 40),
  WORKER_ACTIVITIES: limit('WORKER_ACTIVITIES', 100),
  WORKER_LOCAL_ACTIVITIES: limit('WORKER_LOCAL_ACTIVITIES', 100),
  WORKER_STICKY_TIMEOUT_MS: time('WORKER_STICKY_TIMEOUT_MS', 10_000),
  WORKER_RECONCILE_EVERY_MS: time('WORKER_RECONCILE_EVERY_MS', 2_000),
};

type WorkerValues = z.infer<z.ZodObject<typeof workerVariables>>;

export function readWorker(values: WorkerValues): WorkerConfig {
  return {
    maxCachedWorkflows: values.WORKER_CACHED_WORKFLOWS,
    maxConcurrentWorkflowTasks: values.WORKER_WORKFLOW_TASKS,
    maxConcurrentActivities: values.WORKER_ACTIVITIES,
    maxConcurrentLocalActivities: values.WORKER_LOCAL_ACTIVITIES,
    stickyTimeoutMs: values.WORKER_STICKY_TIMEOUT_MS,
    reconcileEveryMs: values.WORKER_RECONCILE_EVERY_MS,
  };
}
