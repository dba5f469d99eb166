/** The durable engine as governance sees it. Unreachable means an AppError `engine-unavailable`. */
export interface EnginePort {
  start(order: EngineStart): Promise<EngineStartResult>;
  signal(order: { workflowId: string; signal: string; argument: unknown }): Promise<EngineDelivery>;
  cancel(order: { workflowId: string }): Promise<EngineDelivery>;
  describe(workflowId: string): Promise<EngineState>;
  /** Executions of our processes that ended since the time given without completing, in no order. */
  listEnded(since: Date): AsyncIterable<EndedExecution>;
}

export interface EngineStart {
  workflowId: string;
  /** Which of the run's executions this is; how an execution is known again as the one that was ordered. */
  execution: number;
  workflowType: string;
  argument: unknown;
  attributes: { process: string; starterRole: string; reference?: string };
  summary: string;
  /** The execution this one follows; without it the id must never have been used. */
  follows?: string;
}

export type EngineStartResult =
  | { kind: 'started'; executionId: string }
  | { kind: 'already-started'; executionId: string }
  /** Not yet: the execution to follow is about to end. */
  | { kind: 'refused'; why: string }
  /** The id belongs to an execution that nobody ordered for this. */
  | { kind: 'taken'; why: string };

export type EngineDelivery = { kind: 'delivered' } | { kind: 'gone'; why: string };

export type EngineEnd = 'completed' | 'failed' | 'cancelled' | 'terminated' | 'timed-out';

export type EngineState =
  | { kind: 'running'; executionId: string; execution: number | undefined; pending: EnginePending }
  | { kind: 'ended'; executionId: string; execution: number | undefined; end: EngineEnd }
  | { kind: 'unknown' };

/** What an execution is at work on now. */
export interface EnginePending {
  /** How often the workflow task at hand was tried; 0 where none is at hand. */
  workflowTaskAttempt: number;
  /** Since when that task has been at hand, local activities and all. */
  workflowTaskSince: Date | undefined;
  /** The most often that any activity under way was tried; 0 where none is. */
  activityAttempt: number;
}

export interface EndedExecution {
  workflowId: string;
  executionId: string;
  end: EngineEnd;
}
