import type { ChildProgram } from './child-program.ts';
import type { PrintLine } from './print-line.ts';
import { type SupervisedChild, superviseChild } from './supervised-child.ts';

export interface SupervisorOptions {
  print: PrintLine;
  /** The longest time a child may take to end before it is killed. */
  stopWithinMs?: number;
}

export interface Supervisor {
  /** Starts a child and waits until it reports ready; one that ends before that fails the start. */
  start(program: ChildProgram): Promise<void>;
  /** Ends a child and starts it again, with its code as it is now. */
  restart(name: string): Promise<void>;
  /** Ends all children, the last started first. */
  stop(): Promise<void>;
}

const defaultStopWithinMs = 20_000;

/** Runs Baton's own programs as children of this one: starts them, says when one dies, starts it again. */
export function createSupervisor({ print, stopWithinMs = defaultStopWithinMs }: SupervisorOptions): Supervisor {
  const children = new Map<string, SupervisedChild>();
  return {
    start: async (program) => {
      const child = superviseChild(program, { print, stopWithinMs });
      children.set(program.name, child);
      await child.ready;
    },
    restart: async (name) => children.get(name)?.restart(),
    stop: async () => {
      for (const child of [...children.values()].toReversed()) await child.stop();
    },
  };
}
