import type { StepAddress } from './step.ts';

/** The execution of a run that a step belongs to. */
export interface RunReference {
  id: string;
  process: string;
  execution: number;
  /** It takes back what the run did; nothing else may happen by then. */
  undoing?: true;
}

/** What every activity is given first: whose step this is and the key of its result. */
export interface StepCall {
  run: RunReference;
  address: StepAddress;
}
