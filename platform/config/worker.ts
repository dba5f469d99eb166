import type { z } from 'zod';
import { variable, wholeNumber } from './variable.ts';

/** How much one worker takes on at a time. */
export interface WorkerConfig {
  maxCachedWorkflows: number;
  maxConcurrentWorkflowTasks: number;
  maxConcurrentActivities: number;
  maxConcurrentLocalActivities: number;
}

function limit(name: string, fallback: number) {
  return variable(wholeNumber({ from: 2, to: 10_000 }).default(fallback), { write: `${name}=${fallback}` });
}

export const workerVariables = {
  WORKER_CACHED_WORKFLOWS: limit('WORKER_CACHED_WORKFLOWS', 400),
  WORKER_WORKFLOW_TASKS: limit('WORKER_WORKFLOW_TASKS', 40),
  WORKER_ACTIVITIES: limit('WORKER_ACTIVITIES', 100),
  WORKER_LOCAL_ACTIVITIES: limit('WORKER_LOCAL_ACTIVITIES', 100),
};

type WorkerValues = z.infer<z.ZodObject<typeof workerVariables>>;

export function readWorker(values: WorkerValues): WorkerConfig {
  return {
    maxCachedWorkflows: values.WORKER_CACHED_WORKFLOWS,
    maxConcurrentWorkflowTasks: values.WORKER_WORKFLOW_TASKS,
    maxConcurrentActivities: values.WORKER_ACTIVITIES,
    maxConcurrentLocalActivities: values.WORKER_LOCAL_ACTIVITIES,
  };
}
