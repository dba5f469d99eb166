// A process of its own around a native server: when whoever started it is gone, however it went, the server ends too.
import { type ChildProcess, spawn } from 'node:child_process';
import { openSync } from 'node:fs';
import { KeeperJob, KeeperOrder, type KeeperReport } from './keeper-job.ts';

const job = KeeperJob.parse(JSON.parse(process.argv[2] ?? ''));
// What the server makes, such as its database file, is for its owner alone.
process.umask(0o077);
const output = openSync(job.logFile, 'a');
const restartAfterMs = 1000;
let guarded = false;
let stopping = false;
let program = run();

process.on('message', (message) => (KeeperOrder.parse(message).kind === 'guard' ? guard() : stop()));
process.on('disconnect', stop);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);

function run(): ChildProcess {
  const started = spawn(job.command, job.args, { stdio: ['ignore', output, output], ...job.user });
  started.once('spawn', () => started.pid && report({ kind: 'started', pid: started.pid }));
  started.once('error', (error) => ended(error.message));
  started.once('exit', (code, signal) => ended(signal ? `ended by ${signal}` : `ended with exit code ${code}`));
  return started;
}

function ended(reason: string): void {
  if (guarded && !stopping) {
    report({ kind: 'restarting', reason });
    setTimeout(restart, restartAfterMs);
    return;
  }
  report({ kind: 'ended', reason });
  process.exit();
}

function restart(): void {
  if (stopping) process.exit();
  program = run();
}

function guard(): void {
  guarded = true;
}

function stop(): void {
  if (stopping) return;
  stopping = true;
  program.kill(job.stopSignal);
  setTimeout(() => program.kill('SIGKILL'), job.stopWithinMs).unref();
}

function report(message: KeeperReport): void {
  if (process.connected) process.send?.(message);
}
