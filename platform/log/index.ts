import { type DestinationStream, type Logger, pino } from 'pino';

/** What happened, by name, and the ids and numbers that belong to it. Never personal data. */
export type Entry = { event: string } & Readonly<Record<string, unknown>>;

/** One JSON line per event. */
export interface Log {
  debug(entry: Entry): void;
  info(entry: Entry): void;
  warn(entry: Entry): void;
  error(entry: Entry): void;
  /** The same log with fields that every later entry carries. */
  with(fields: Readonly<Record<string, unknown>>): Log;
}

export interface LogOptions {
  name: string;
  level: string;
}

const secretNames = [
  'password',
  'token',
  'authorization',
  'cookie',
  'apiKey',
  'secret',
  'privateKey',
  'databaseUrl',
  'connectionString',
];

export function createLog({ name, level }: LogOptions, destination?: DestinationStream): Log {
  const options = {
    level,
    base: { name },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { error: describeError },
    redact: { paths: secretNames.flatMap((secret) => [secret, `*.${secret}`]), censor: '[hidden]' },
  };
  return wrap(destination ? pino(options, destination) : pino(options));
}

function wrap(logger: Logger): Log {
  return {
    debug: (entry) => logger.debug(entry),
    info: (entry) => logger.info(entry),
    warn: (entry) => logger.warn(entry),
    error: (entry) => logger.error(entry),
    with: (fields) => wrap(logger.child(fields)),
  };
}

function describeError(error: unknown): unknown {
  return error instanceof Error ? pino.stdSerializers.errWithCause(error) : error;
}
