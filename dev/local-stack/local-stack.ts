import type { Config, PortName } from '#platform/config/index.ts';
import { portNames } from '#platform/config/index.ts';
import type { Lifecycle } from '#platform/lifecycle/create-lifecycle.ts';
import { programEnvironment, worldEnvironment } from './child-environment.ts';
import { insistOnFreePorts } from './ports.ts';
import type { PrintLine } from './print-line.ts';
import { reachableHost } from './reachable-host.ts';
import { openStackDatabase } from './stack-database.ts';
import { openStackTemporal } from './stack-temporal.ts';
import { lockState } from './state-lock.ts';
import { createSupervisor, type Supervisor } from './supervisor.ts';
import { whenAnswering } from './when-answering.ts';

/** Absolute paths of the main files. */
export interface Programs {
  world: string;
  worker: string;
  api: string;
}

export interface LocalStackOptions {
  config: Config;
  environment: NodeJS.ProcessEnv;
  lifecycle: Lifecycle;
  programs: Programs;
  print: PrintLine;
  say: PrintLine;
}

export interface LocalStack {
  /** Where the API answers on this machine. */
  apiUrl: string;
  databaseUrl: string;
  /** The worker and the API, which can be restarted. */
  programs: Supervisor;
}

const leftoverPatienceMs = 20_000;
const readyWithinMs = 120_000;

/** Starts everything on this machine, what does not depend on each other at the same time, and waits until it serves. */
export async function startLocalStack(options: LocalStackOptions): Promise<LocalStack> {
  const { config, environment, lifecycle } = options;
  const lock = lockState(config.home);
  lifecycle.onClose('state lock', lock.release);
  const patienceMs = lock.takenOver ? leftoverPatienceMs : 0;
  await insistOnFreePorts({ ports: config.ports, wanted: wantedPorts(config), patienceMs });
  const database = openStackDatabase(options);
  const world = superviseUntilClosed(options, 'the world').start({
    name: 'world',
    script: options.programs.world,
    environment: worldEnvironment(environment),
  });
  await allThrough([database, openStackTemporal(options), world]);
  const databaseUrl = await database;
  lifecycle.signal.throwIfAborted();
  const programs = superviseUntilClosed(options, 'the programs');
  const settings = programEnvironment(environment, config, { databaseUrl });
  const host = reachableHost(config.host);
  const apiUrl = `http://${host.includes(':') ? `[${host}]` : host}:${config.ports.api}`;
  await Promise.all([
    programs.start({ name: 'worker', script: options.programs.worker, environment: settings }),
    programs.start({ name: 'api', script: options.programs.api, environment: settings }),
  ]);
  await whenAnswering(`${apiUrl}/readyz`, { withinMs: readyWithinMs, signal: lifecycle.signal });
  return { apiUrl, databaseUrl, programs };
}

/** Fails with the first failure, but only when the others are through, so that what they opened gets closed. */
async function allThrough(works: readonly Promise<unknown>[]): Promise<void> {
  const outcomes = await Promise.allSettled(works);
  const failure = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failure) throw failure.reason;
}

function superviseUntilClosed({ lifecycle, print }: LocalStackOptions, name: string): Supervisor {
  const supervisor = createSupervisor({ print });
  lifecycle.onClose(name, supervisor.stop, { withinMs: 60_000 });
  return supervisor;
}

/** The ports that this stack opens itself. */
function wantedPorts({ database, temporal }: Config): PortName[] {
  const elsewhere: PortName[] = [
    ...(database.kind === 'external' ? (['postgres'] as const) : []),
    ...(temporal.server === 'external' ? (['temporal', 'temporalUi'] as const) : []),
  ];
  return portNames().filter((name) => !elsewhere.includes(name));
}
