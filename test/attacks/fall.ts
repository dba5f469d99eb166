import { meeting } from './meeting.ts';

/** A program that dies once so many attempts have come to where it must not die. */
export interface Fall {
  /** Comes to that place; goes on once the program is gone. */
  down(): Promise<void>;
  /** Has done what is done while it is gone; goes on once it is there again. */
  up(): Promise<void>;
}

export function createFall(size: number, program: { kill(): Promise<void>; start(): Promise<void> }): Fall {
  return { down: meeting(size, program.kill), up: meeting(size, program.start) };
}
