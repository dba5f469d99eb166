import { join } from 'node:path';
import { repositoryRoot } from '#platform/config/index.ts';
import type { Stack } from './open-stack.ts';

export type Settings = Readonly<Record<string, string>>;

/** What was compiled before need not be compiled again. */
export const compileCache: Settings = {
  NODE_COMPILE_CACHE: join(repositoryRoot, 'node_modules/.cache/node-compile'),
};

/** The environment in which the worker and the API run as programs of their own beside a stack. */
export function childSettings(stack: Stack, more: Settings = {}): Settings {
  const { config, db, modelUrl } = stack;
  return {
    ...compileCache,
    BATON_HOME: config.home,
    BATON_REGISTRY: config.registryFolder,
    DATABASE_URL: db.url,
    TEMPORAL_ADDRESS: config.temporal.address,
    BATON_TASK_QUEUE: config.temporal.taskQueue,
    MAIL_SMTP_URL: `smtp://${config.mail.host}:${config.mail.port}`,
    REHEARSAL_BASE_URL: `${modelUrl}/v1`,
    WORKER_STICKY_TIMEOUT_MS: String(config.worker.stickyTimeoutMs),
    WORKER_RECONCILE_EVERY_MS: String(config.worker.reconcileEveryMs),
    LOG_LEVEL: 'warn',
    ...more,
  };
}
