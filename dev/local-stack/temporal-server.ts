import { setTimeout as pause } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { type KeptProgram, keepProgram, tailOf } from './keep-program.ts';
import { acceptsConnections } from './ports.ts';
import { closeFiles } from './private-files.ts';

export interface TemporalServerOptions {
  /** The Temporal CLI. */
  executable: string;
  port: number;
  /** Without one the server has no web UI. */
  uiPort?: number;
  /** Without one the server forgets everything when it stops. */
  dbFile?: string;
  logFile: string;
  namespace?: string;
  /** How long a workflow task may take before the server takes its worker for dead; 10 seconds without it. */
  workflowTaskTimeoutMs?: number;
}

export interface TemporalServer {
  address: string;
  /** The process id of the server at this moment. */
  pid(): number | undefined;
  guard(onRestart: (reason: string) => void): void;
  stop(): Promise<void>;
}

const readyWithinMs = 60_000;

/** Starts Temporal's dev server on loopback and waits until it answers. */
export async function startTemporalServer(options: TemporalServerOptions): Promise<TemporalServer> {
  const { dbFile, executable, logFile, port } = options;
  if (dbFile !== undefined) closeFiles([dbFile, `${dbFile}-wal`, `${dbFile}-shm`]);
  const job = {
    command: executable,
    args: flags(options),
    logFile,
    stopSignal: 'SIGTERM',
    stopWithinMs: 10_000,
  } as const;
  const program = keepProgram(job);
  try {
    await whenReady(options, program);
  } catch (error) {
    await program.stop();
    throw error;
  }
  return { address: `127.0.0.1:${port}`, pid: program.pid, guard: program.guard, stop: program.stop };
}

function flags({ port, uiPort, dbFile, namespace, workflowTaskTimeoutMs }: TemporalServerOptions): string[] {
  const always = ['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--log-level', 'warn'];
  const names = namespace ? ['--namespace', namespace] : [];
  return [...always, ...names, ...timeoutFlags(workflowTaskTimeoutMs), ...uiFlags(uiPort), ...databaseFlags(dbFile)];
}

function timeoutFlags(workflowTaskMs: number | undefined): string[] {
  if (workflowTaskMs === undefined) return [];
  return ['--dynamic-config-value', `history.defaultWorkflowTaskTimeout="${workflowTaskMs}ms"`];
}

/** The UI is shown behind the API: at a path of its own, with the API's decoder beside it. */
function uiFlags(uiPort: number | undefined): string[] {
  if (uiPort === undefined) return ['--headless'];
  return ['--ui-port', String(uiPort), '--ui-public-path', '/temporal', '--ui-codec-endpoint', '/codec'];
}

/** Twice the throughput of the default settings, and as durable. */
function databaseFlags(dbFile: string | undefined): string[] {
  if (dbFile === undefined) return [];
  return ['--db-filename', dbFile, '--sqlite-pragma', 'journal_mode=WAL', '--sqlite-pragma', 'synchronous=FULL'];
}

async function whenReady({ port, logFile }: TemporalServerOptions, program: KeptProgram): Promise<void> {
  const address = `127.0.0.1:${port}`;
  let endedBecause: string | undefined;
  void program.ended.then((reason) => {
    endedBecause = reason;
  });
  const deadline = Date.now() + readyWithinMs;
  for (;;) {
    if ((await acceptsConnections(port)) && (await answers(address))) return;
    if (endedBecause) throw new Error(`The Temporal server ${endedBecause}:\n${tailOf(logFile)}`);
    if (Date.now() > deadline) throw new Error(`The Temporal server is not ready after 60 s:\n${tailOf(logFile)}`);
    await pause(50);
  }
}

async function answers(address: string): Promise<boolean> {
  try {
    const connection = await Connection.connect({ address, connectTimeout: 1000 });
    await connection.close();
    return true;
  } catch {
    return false;
  }
}
