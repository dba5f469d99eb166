import type { z } from 'zod';
import type { Ports } from './ports.ts';
import { address, text, variable, wholeNumber } from './variable.ts';

/** Which Temporal server runs the workflows: one started on this machine, or one that runs elsewhere. */
export interface TemporalConfig {
  server: 'local' | 'external';
  /** host:port of the frontend. */
  address: string;
  namespace: string;
  taskQueue: string;
  /** Where its web UI answers; absent when an external server's UI was not named. */
  uiUrl?: string;
  retentionDays: number;
}

const hostAndPort = text.regex(/^(\[[0-9a-f:]+\]|[^\s:/]+):\d{1,5}$/i, 'must be host:port');
const name = text.regex(/^[\w.-]{1,200}$/, 'may hold letters, digits, dots, dashes and underscores');

export const temporalVariables = {
  TEMPORAL_ADDRESS: variable(hostAndPort.optional(), { write: 'TEMPORAL_ADDRESS=127.0.0.1:7233' }),
  TEMPORAL_NAMESPACE: variable(name.default('default'), { write: 'TEMPORAL_NAMESPACE=default' }),
  TEMPORAL_UI_URL: variable(address(['http', 'https']).optional(), { write: 'TEMPORAL_UI_URL=http://127.0.0.1:8233' }),
  TEMPORAL_RETENTION_DAYS: variable(wholeNumber({ from: 1, to: 3650 }).default(30), {
    write: 'TEMPORAL_RETENTION_DAYS=30',
  }),
  BATON_TASK_QUEUE: variable(name.default('baton'), { write: 'BATON_TASK_QUEUE=baton' }),
};

type TemporalValues = z.infer<z.ZodObject<typeof temporalVariables>>;

export function readTemporal(values: TemporalValues, ports: Ports): TemporalConfig {
  const uiUrl =
    values.TEMPORAL_UI_URL ?? (values.TEMPORAL_ADDRESS ? undefined : `http://127.0.0.1:${ports.temporalUi}`);
  return {
    server: values.TEMPORAL_ADDRESS ? 'external' : 'local',
    address: values.TEMPORAL_ADDRESS ?? `127.0.0.1:${ports.temporal}`,
    namespace: values.TEMPORAL_NAMESPACE,
    taskQueue: values.BATON_TASK_QUEUE,
    retentionDays: values.TEMPORAL_RETENTION_DAYS,
    ...(uiUrl && { uiUrl: uiUrl.replace(/\/+$/, '') }),
  };
}
