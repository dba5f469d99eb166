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
  api: { variable: 'BATON_PORT', fallback: 3000, purpose: 'the API and the console' },
  temporal: { variable: 'TEMPORAL_PORT', fallback: 7233, purpose: 'the Temporal server' },
  temporalUi: { variable: 'TEMPORAL_UI_PORT', fallback: 8233, purpose: 'the Temporal UI' },
  postgres: { variable: 'POSTGRES_PORT', fallback: 5433, purpose: 'the embedded PostgreSQL' },
  smtp: { variable: 'SMTP_PORT', fallback: 2525, purpose: 'mail coming in' },
  mailboxSmtp: { variable: 'MAILBOX_SMTP_PORT', fallback: 2526, purpose: 'mail going out, caught by the mailbox' },
  mailbox: { variable: 'MAILBOX_PORT', fallback: 8025, purpose: "the mailbox's page" },
  model: { variable: 'MODEL_PORT', fallback: 4010, purpose: 'the rehearsal model' },
  metrics: { variable: 'METRICS_PORT', fallback: 9464, purpose: "the worker's metrics" },
} as const satisfies Record<string, PortNote>;

export type PortName = keyof typeof portNotes;
export type Ports = Readonly<Record<PortName, number>>;

function port(name: PortName) {
  const { variable: variableName, fallback } = portNotes[name];
  return variable(wholeNumber({ from: 1, to: 65_535 }).default(fallback), { write: `${variableName}=${fallback}` });
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
  return portNames().flatMap((name) => {
    const owner = owners.get(ports[name]);
    owners.set(ports[name], owner ?? name);
    return owner ? [sharedPort(ports[name], owner, name)] : [];
  });
}

function sharedPort(port: number, owner: PortName, other: PortName): ConfigProblem {
  const { variable: name, purpose } = portNotes[other];
  const problem = `is ${port} for ${purpose}, which ${portNotes[owner].variable} already takes for ${portNotes[owner].purpose}`;
  return { name, problem, write: `${name}=${port === 65_535 ? 49_152 : port + 1}` };
}
