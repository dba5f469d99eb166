import type { z } from 'zod';
import type { ConfigProblem } from './config-error.ts';
import { variable, wholeNumber } from './variable.ts';

interface PortNote {
  variable: string;
  fallback: number;
  purpose: string;
}

/** Every port the local stack opens: its variable, its default, what it is for. */
export const portNotes = {
  api: { variable: 'BATON_PORT', fallback: 3000, purpose: 'the API' },
  temporal: { variable: 'TEMPORAL_PORT', fallback: 7233, purpose: 'the Temporal server' },
  temporalUi: { variable: 'TEMPORAL_UI_PORT', fallback: 8233, purpose: 'the Temporal UI' },
  postgres: { variable: 'POSTGRES_PORT', fallback: 5433, purpose: 'the embedded PostgreSQL' },
  smtp: { variable: 'SMTP_PORT', fallback: 2525, purpose: 'mail coming in' },
  mailboxSmtp: { variable: 'MAILBOX_SMTP_PORT', fallback: 2526, purpose: 'mail going out, caught by the mailbox' },
  mailbox: { variable: 'MAILBOX_PORT', fallback: 8025, purpose: "the mailbox's page" },
  model: { variable: 'MODEL_PORT', fallback: 4010, purpose: 'the rehearsal model' },
  metrics: { variable: 'METRICS_PORT', fallback: 9464, purpose: "the worker's metrics" },
} as const satisfies Record<string, PortNote>;

const firstUnprivilegedPort = 1024;
const lastPort = 65_535;

export type PortName = keyof typeof portNotes;
export type Ports = Readonly<Record<PortName, number>>;

function port(name: PortName) {
  const { variable: variableName, fallback } = portNotes[name];
  return variable(wholeNumber({ from: 1, to: lastPort }).default(fallback), { write: `${variableName}=${fallback}` });
}

export const portVariables = {
  BATON_PORT: port('api'),
  TEMPORAL_PORT: port('temporal'),
  TEMPORAL_UI_PORT: port('temporalUi'),
  POSTGRES_PORT: port('postgres'),
  SMTP_PORT: port('smtp'),
  MAILBOX_SMTP_PORT: port('mailboxSmtp'),
  MAILBOX_PORT: port('mailbox'),
  MODEL_PORT: port('model'),
  METRICS_PORT: port('metrics'),
};

type PortValues = z.infer<z.ZodObject<typeof portVariables>>;

export function readPorts(values: PortValues): Ports {
  const entries = portNames().map((name) => [name, values[portNotes[name].variable]] as const);
  return Object.fromEntries(entries) as Ports;
}

export function portNames(): PortName[] {
  return Object.keys(portNotes) as PortName[];
}

/** Two services cannot share one port. */
export function findSharedPorts(ports: Ports): ConfigProblem[] {
  const owners = new Map<number, PortName>();
  const claimed = claimedPorts(ports);
  return portNames().flatMap((name) => {
    const port = ports[name];
    const owner = owners.get(port);
    owners.set(port, owner ?? name);
    if (!owner) return [];
    const instead = portAfter(port, claimed);
    claimed.add(instead);
    return [sharedPort({ port, owner, other: name, instead })];
  });
}

/** The ports no advice may name: those of every service, as it is set and by default. */
export function claimedPorts(ports: Ports): Set<number> {
  return new Set(portNames().flatMap((name) => [ports[name], portNotes[name].fallback]));
}

/** The next port that is not claimed; behind the last one it goes on with the first that needs no privilege. */
export function portAfter(port: number, claimed: ReadonlySet<number>): number {
  const next = port >= lastPort ? firstUnprivilegedPort : port + 1;
  return claimed.has(next) ? portAfter(next, claimed) : next;
}

function sharedPort(clash: { port: number; owner: PortName; other: PortName; instead: number }): ConfigProblem {
  const { variable: name, purpose } = portNotes[clash.other];
  const owner = portNotes[clash.owner];
  const problem = `is ${clash.port} for ${purpose}, which ${owner.variable} already takes for ${owner.purpose}`;
  return { name, problem, write: `${name}=${clash.instead}` };
}
