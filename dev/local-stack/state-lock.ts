import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ConfigError } from '#platform/config/index.ts';
import { MachineError } from './machine-error.ts';
import { identityOf, isSameProcess } from './process-identity.ts';

const Holder = z.object({ pid: z.number(), identity: z.string() });
type Holder = z.infer<typeof Holder>;

export interface StateLock {
  /** The stack before this one did not end in order. */
  takenOver: boolean;
  release(): void;
}

/** One stack at a time on one state folder; what a dead stack left is taken over. */
export function lockState(home: string): StateLock {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const file = join(home, 'stack.lock');
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (tryToWrite(file)) return { takenOver: attempt > 0, release: () => rmSync(file, { force: true }) };
    const holder = readHolder(file);
    if (holder && holder.pid !== process.pid && isSameProcess(holder.pid, holder.identity)) throw inUse(home, holder);
    rmSync(file, { force: true });
  }
  throw new MachineError(`The lock ${file} cannot be taken: remove it`);
}

function tryToWrite(file: string): boolean {
  const holder: Holder = { pid: process.pid, identity: identityOf(process.pid) ?? '' };
  try {
    writeFileSync(file, JSON.stringify(holder), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(file: string): Holder | undefined {
  try {
    return Holder.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined;
  }
}

function inUse(home: string, { pid }: Holder): ConfigError {
  const problem = `is ${home}, where another stack runs as process ${pid}`;
  return new ConfigError([
    { name: 'BATON_HOME', problem, write: 'BATON_HOME=.baton-2 with other ports, or end that stack' },
  ]);
}
