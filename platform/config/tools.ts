import type { z } from 'zod';
import { z as schema } from 'zod';
import { text, variable } from './variable.ts';

/** What the local stack looks for on this machine, and what the command line is told. */
export interface ToolsConfig {
  /** A Temporal CLI named by hand. */
  temporalCli?: string;
  /** The folders of PATH. */
  searchPath: string;
}

export const logLevels = ['debug', 'info', 'warn', 'error'] as const;
export type LogLevel = (typeof logLevels)[number];

export const toolVariables = {
  TEMPORAL_CLI: variable(text.optional(), { write: 'TEMPORAL_CLI=/usr/local/bin/temporal' }),
  PATH: variable(schema.string().default(''), { write: 'PATH=/usr/local/bin:/usr/bin:/bin' }),
  LOG_LEVEL: variable(schema.enum(logLevels, `must be one of ${logLevels.join(', ')}`).default('info'), {
    write: 'LOG_LEVEL=info',
  }),
  BATON_TOKEN: variable(text.optional(), { write: 'BATON_TOKEN=...', secret: true }),
};

type ToolValues = z.infer<z.ZodObject<typeof toolVariables>>;

export function readTools(values: ToolValues): ToolsConfig {
  return { searchPath: values.PATH, ...(values.TEMPORAL_CLI && { temporalCli: values.TEMPORAL_CLI }) };
}
