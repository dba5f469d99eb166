import { join } from 'node:path';
import { repositoryRoot } from '#platform/config/index.ts';
import type { Stack } from './open-stack.ts';

export type Settings = Readonly<Record<string, string>>;

/** The environment in which the worker and the API run as programs of their own beside a stack. */
export function childSettings(stack: Stack, more: Settings = {}): Settings {
  const { config, db, modelUrl } = stack;
  return {
    NODE_COMPILE_CACHE: join(repositoryRoot, 'node_modules/.cache/node-compile'),
    BATON_HOME: config.home,
    BATON_REGISTRY: config.registryFolder,
    DATABASE_URL: db.url,
    TEMPORAL_ADDRESS: config.temporal.address,
    BATON_TASK_QUEUE: config.temporal.taskQueue,
    MAIL_SMTP_URL: `smtp://${config.mail.host}:${config.mail.port}`,
    REHEARSAL_BASE_URL: `${modelUrl}/v1`,
    LOG_LEVEL: 'warn',
    ...more,
  };
}
