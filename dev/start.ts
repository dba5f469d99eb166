// npm start: everything on this machine, in one terminal. With --reload, worker and API follow the source files.
import { join } from 'node:path';
import { isAppError } from '#contracts/errors.ts';
import { ChildFailure } from '#dev/local-stack/child-failure.ts';
import { startLocalStack } from '#dev/local-stack/local-stack.ts';
import { formatLogLine } from '#dev/local-stack/log-line.ts';
import { MachineError } from '#dev/local-stack/machine-error.ts';
import { printLine, say } from '#dev/local-stack/print-line.ts';
import { reloadOnChange } from '#dev/local-stack/reload.ts';
import { describeStack } from '#dev/local-stack/welcome.ts';
import { seedLocalStack } from '#dev/seed.ts';
import { loadEnvironment, orExit, readConfig, repositoryRoot } from '#platform/config/index.ts';
import { createLifecycle } from '#platform/lifecycle/create-lifecycle.ts';
import { createLog } from '#platform/log/index.ts';

const ours = [MachineError, ChildFailure];
const begun = performance.now();
const environment = orExit(loadEnvironment);
const config = orExit(() => readConfig(environment));
const log = createLog(
  { name: 'baton', level: 'warn' },
  { write: (line) => printLine(formatLogLine('baton', line.trim())) },
);
const lifecycle = createLifecycle(log);
const programs = {
  world: join(repositoryRoot, 'dev/world/main.ts'),
  worker: join(repositoryRoot, 'worker/main.ts'),
  api: join(repositoryRoot, 'api/main.ts'),
};

lifecycle.signal.addEventListener('abort', sayGoodbye);

try {
  await start();
} catch (error) {
  await giveUp(error);
}

async function start(): Promise<void> {
  say('starting PostgreSQL, Temporal, the mailbox, the rehearsal model, the worker and the API');
  const stack = await startLocalStack({ config, environment, lifecycle, programs, print: printLine, say });
  await seedLocalStack({ config, say, signal: lifecycle.signal, ...stack });
  if (process.argv.includes('--reload')) {
    const reload = reloadOnChange(stack.programs, say);
    lifecycle.onClose('source watch', reload.close);
  }
  printLine(await describeStack(config, { tookMs: performance.now() - begun }));
}

/** Says what is wrong, once, and ends what has been started; a stop while starting is nothing wrong. */
async function giveUp(error: unknown): Promise<void> {
  if (!lifecycle.signal.aborted) {
    process.exitCode = exitCodeFor(error);
    process.stderr.write(`${describe(error)}\n`);
  }
  await lifecycle.close('the start failed');
}

function exitCodeFor(error: unknown): number {
  if (isAppError(error)) return error.row.exit;
  if (error instanceof ChildFailure) return error.exitCode;
  return error instanceof MachineError ? 2 : 1;
}

/** A sentence we wrote stands alone; an error of a kind nobody planned for brings its stack. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isOurs = error.constructor === Error || ours.some((kind) => error instanceof kind) || isAppError(error);
  return isOurs ? error.message : (error.stack ?? error.message);
}

function sayGoodbye(): void {
  if (process.exitCode) return;
  say('ending everything');
  process.once('exit', (code) => say(code === 0 ? 'ended' : 'ended, but not everything went in order: see above'));
}
