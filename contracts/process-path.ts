/** What a step is to whoever looks at a picture of the process. */
export type StepNature = 'model' | 'record' | 'person' | 'message' | 'child';

/** A step that a process may take, and where it may go on from there. */
export interface PathStep {
  /** As the step calls itself in the workflow. */
  name: string;
  title: string;
  nature: StepNature;
  /** Names of steps, or the end of the run. */
  next: readonly string[];
}

/**
 * The ways through a process, the first step first: a picture for people, which the workflow does not read. Every
 * recorded run is held against it by the tests, and every way in it against the recorded runs.
 */
export type ProcessPath = readonly [PathStep, ...PathStep[]];

/** Where each way ends, and what leads to the first step. */
export const pathEnd = 'end';
export const pathStart = 'start';
