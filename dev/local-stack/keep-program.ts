import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type KeeperJob, KeeperReport } from './keeper-job.ts';
import { closeFiles } from './private-files.ts';

export interface KeptProgram {
  /** Settles with the reason when the program ended without being asked to. */
  readonly ended: Promise<string>;
  /** From now on the program is started again when it ends by itself. */
  guard(onRestart: (reason: string) => void): void;
  /** The process id of the program at this moment. */
  pid(): number | undefined;
  stop(): Promise<void>;
}

const keeperScript = join(import.meta.dirname, 'keeper.ts');

/** Runs a native server that ends with this process, and away from the terminal's Ctrl-C, so that order is ours. */
export function keepProgram(job: KeeperJob): KeptProgram {
  mkdirSync(dirname(job.logFile), { recursive: true, mode: 0o700 });
  writeFileSync(job.logFile, '', { mode: 0o600 });
  closeFiles([job.logFile]);
  const keeper = fork(keeperScript, [JSON.stringify(job)], {
    detached: true,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const { promise: ended, resolve: resolveEnded } = Promise.withResolvers<string>();
  let pid: number | undefined;
  let onRestart: (reason: string) => void = () => undefined;
  keeper.on('message', (message) => {
    const report = KeeperReport.parse(message);
    if (report.kind === 'started') pid = report.pid;
    else if (report.kind === 'ended') resolveEnded(report.reason);
    else onRestart(report.reason);
  });
  keeper.once('exit', () => resolveEnded('its keeper ended'));
  return {
    ended,
    pid: () => pid,
    guard: (listener) => {
      onRestart = listener;
      order(keeper, 'guard');
    },
    stop: () => stopKeeper(keeper),
  };
}

async function stopKeeper(keeper: ChildProcess): Promise<void> {
  if (keeper.exitCode !== null || keeper.signalCode !== null) return;
  const exited = once(keeper, 'exit');
  order(keeper, 'stop');
  await exited;
}

/** A keeper that is ending at this moment takes no order, and needs none. */
function order(keeper: ChildProcess, kind: 'guard' | 'stop'): void {
  if (keeper.connected) keeper.send({ kind }, () => undefined);
}

/** The end of a server's log, for the message that says why it did not start. */
export function tailOf(logFile: string, lines = 8): string {
  return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
}
