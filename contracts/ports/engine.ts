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
  | { kind: 'refused'; why: string };

export type EngineDelivery = { kind: 'delivered' } | { kind: 'gone'; why: string };

export type EngineEnd = 'completed' | 'failed' | 'cancelled' | 'terminated' | 'timed-out';

export type EngineState =
  | { kind: 'running'; executionId: string }
  | { kind: 'ended'; executionId: string; end: EngineEnd }
  | { kind: 'unknown' };

export interface EndedExecution {
  workflowId: string;
  executionId: string;
  end: EngineEnd;
}
