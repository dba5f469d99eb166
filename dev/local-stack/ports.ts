import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import {
  ConfigError,
  type ConfigProblem,
  claimedPorts,
  type PortName,
  type Ports,
  portAfter,
  portNotes,
} from '#platform/config/index.ts';

export interface PortCheck {
  ports: Ports;
  wanted: readonly PortName[];
  /** How long to wait for what is ending at this moment. */
  patienceMs?: number;
}

/** Looks at every wanted port before anything starts; the error names each that is taken and the variable to set. */
export async function insistOnFreePorts({ ports, wanted, patienceMs = 0 }: PortCheck): Promise<void> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const free = await Promise.all(wanted.map((name) => isFree(ports[name])));
    const taken = wanted.filter((_name, index) => !free[index]);
    if (taken.length === 0) return;
    if (Date.now() >= deadline) throw await portsInUse(taken, ports);
    await pause(100);
  }
}

/** Names each taken port, and for each another that is free and no other service's. */
async function portsInUse(taken: readonly PortName[], ports: Ports): Promise<ConfigError> {
  const claimed = claimedPorts(ports);
  const problems: ConfigProblem[] = [];
  for (const name of taken) {
    const { variable, purpose } = portNotes[name];
    const problem = `is ${ports[name]} for ${purpose}, and another program listens on that port`;
    const instead = await freePortAfter(ports[name], claimed);
    claimed.add(instead);
    problems.push({ name: variable, problem, write: `${variable}=${instead}, or end that program` });
  }
  return new ConfigError(problems);
}

async function freePortAfter(port: number, claimed: ReadonlySet<number>): Promise<number> {
  const next = portAfter(port, claimed);
  return (await isFree(next)) ? next : freePortAfter(next, claimed);
}

/** Free means nobody listens on loopback and we could. */
async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  try {
    server.listen({ port, host: '127.0.0.1', exclusive: true });
    await once(server, 'listening');
    server.close();
    await once(server, 'close');
  } catch {
    return false;
  }
  return !(await acceptsConnections(port));
}

export async function acceptsConnections(port: number): Promise<boolean> {
  const socket = connect({ port, host: '127.0.0.1' });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
