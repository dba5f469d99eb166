import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { ChildFailure } from './child-failure.ts';
import { type ChildProgram, endChild, spawnChild } from './child-program.ts';
import { formatLogLine } from './log-line.ts';
import type { PrintLine } from './print-line.ts';

export interface SupervisionOptions {
  print: PrintLine;
  stopWithinMs: number;
}

export interface SupervisedChild {
  /** Settles when the child first reports ready; fails when it ends before that. */
  readonly ready: Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const firstBackoffMs = 500;
const longestBackoffMs = 10_000;
const settledAfterMs = 30_000;

const ReadyMessage = z.object({ kind: z.literal('ready') });

/** Keeps one child running until it is stopped. */
export function superviseChild(program: ChildProgram, { print, stopWithinMs }: SupervisionOptions): SupervisedChild {
  const firstStart = Promise.withResolvers<void>();
  firstStart.promise.catch(() => undefined);
  let wasReady = false;
  let backoffMs = firstBackoffMs;
  let current: ChildProcess | undefined;
  launch();

  function launch(): void {
    const child = spawnChild(program, print);
    const begun = performance.now();
    current = child;
    child.on('message', (message) => {
      if (!ReadyMessage.safeParse(message).success) return;
      wasReady = true;
      firstStart.resolve();
    });
    child.once('exit', (code, signal) => {
      if (child !== current) return;
      const reason = signal ? `was ended by ${signal}` : `ended with exit code ${code}`;
      if (wasReady) void relaunch(child, reason, performance.now() - begun);
      else firstStart.reject(new ChildFailure(program.name, { reason, exitCode: code }));
    });
  }

  async function relaunch(dead: ChildProcess, reason: string, livedMs: number): Promise<void> {
    if (livedMs > settledAfterMs) backoffMs = firstBackoffMs;
    print(formatLogLine(program.name, `${reason}; it starts again in ${backoffMs / 1000} s`));
    const waitMs = backoffMs;
    backoffMs = Math.min(backoffMs * 2, longestBackoffMs);
    await pause(waitMs);
    if (current === dead) launch();
  }

  /** From here on nobody minds that the child ends. */
  async function end(): Promise<void> {
    const child = current;
    current = undefined;
    if (child) await endChild(child, stopWithinMs);
  }

  return {
    ready: firstStart.promise,
    restart: async () => {
      await end();
      launch();
    },
    stop: async () => {
      firstStart.reject(new Error(`The ${program.name} was stopped before it was ready.`));
      await end();
    },
  };
}
