import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { formatLogLine } from './log-line.ts';
import type { PrintLine } from './print-line.ts';

export interface ChildProgram {
  name: string;
  /** Absolute path of its main file. */
  script: string;
  environment: NodeJS.ProcessEnv;
}

/** A child has its own process group, out of reach of the terminal's Ctrl-C: it ends when we say so, or with us. */
export function spawnChild({ name, script, environment }: ChildProgram, print: PrintLine): ChildProcess {
  const child = fork(script, { env: environment, detached: true, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  for (const output of [child.stdout, child.stderr]) if (output) printLines(name, output, print);
  return child;
}

/** Asks the child to end, and ends it when it does not. */
export async function endChild(child: ChildProcess, withinMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const exited = once(child, 'exit');
  child.kill('SIGTERM');
  const killer = setTimeout(() => child.kill('SIGKILL'), withinMs);
  await exited;
  clearTimeout(killer);
}

function printLines(name: string, output: Readable, print: PrintLine): void {
  createInterface({ input: output }).on('line', (line) => print(formatLogLine(name, line)));
}
