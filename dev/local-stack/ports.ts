import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { ConfigError, type PortName, type Ports, portNotes } from '#platform/config/index.ts';

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
    if (Date.now() >= deadline) throw new ConfigError(taken.map((name) => portInUse(name, ports[name])));
    await pause(100);
  }
}

function portInUse(name: PortName, port: number) {
  const { variable, purpose } = portNotes[name];
  const problem = `is ${port} for ${purpose}, and another program listens on that port`;
  return { name: variable, problem, write: `${variable}=${port === 65_535 ? 49_152 : port + 1}, or end that program` };
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
