import { z } from 'zod';
import { ConfigError, type ConfigProblem } from './config-error.ts';
import { type DatabaseConfig, readDatabase } from './database.ts';
import { type Folders, readFolders } from './folders.ts';
import { findOpenDevAccounts, type HostConfig, readHost } from './host.ts';
import { findOpenMailbox, type MailConfig, readMail, readSmtpPassword } from './mail.ts';
import { findSharedPorts, type Ports, readPorts } from './ports.ts';
import { type ProviderVariables, readProviderVariables } from './provider-variables.ts';
import { repositoryRoot } from './repository-root.ts';
import { conceal, type Secrets } from './secrets.ts';
import { readTemporal, type TemporalConfig } from './temporal.ts';
import { type LogLevel, readTools, type ToolsConfig } from './tools.ts';
import { findUnknownNames } from './unknown-names.ts';
import { notesOf } from './variable.ts';
import { variables } from './variables.ts';
import { readWorker, type WorkerConfig } from './worker.ts';

export interface Config extends Folders, HostConfig {
  ports: Ports;
  database: DatabaseConfig;
  temporal: TemporalConfig;
  mail: MailConfig;
  providerVariables: ProviderVariables;
  worker: WorkerConfig;
  tools: ToolsConfig;
  logLevel: LogLevel;
  secrets: Readonly<Secrets>;
}

const schema = z.object(variables);
type Values = z.infer<typeof schema>;

/** Turns the environment into a checked, frozen config, or throws a ConfigError that names every mistake. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = schema.safeParse(given);
  const unknown = findUnknownNames(Object.keys(given));
  if (!parsed.success)
    throw new ConfigError([...parsed.error.issues.map((issue) => explain(issue, given)), ...unknown]);
  const config = { ...assemble(parsed.data), providerVariables: readProviderVariables(given) };
  const problems = [
    ...unknown,
    ...findSharedPorts(config.ports),
    ...findOpenDevAccounts(config),
    ...findOpenMailbox(config),
  ];
  if (problems.length > 0) throw new ConfigError(problems);
  return freeze(config);
}

function assemble(values: Values): Omit<Config, 'providerVariables'> {
  const ports = readPorts(values);
  return {
    ...readFolders(values, repositoryRoot),
    ...readHost(values),
    ports,
    database: readDatabase(values),
    temporal: readTemporal(values, ports),
    mail: readMail(values, ports),
    worker: readWorker(values),
    tools: readTools(values),
    logLevel: values.LOG_LEVEL,
    secrets: conceal({
      databaseOwnerUrl: values.DATABASE_OWNER_URL,
      smtpPassword: readSmtpPassword(values),
      token: values.BATON_TOKEN,
    }),
  };
}

function explain(issue: z.core.$ZodIssue, given: Record<string, string | undefined>): ConfigProblem {
  const name = String(issue.path[0]);
  const notes = notesOf(variables[name as keyof typeof variables]);
  const value = notes?.secret ? '' : `is "${given[name]}" but `;
  return { name, problem: `${value}${issue.message}`, write: notes?.write ?? `${name}=...` };
}

function freeze<Value extends object>(value: Value): Value {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) freeze(part);
  return Object.freeze(value);
}
