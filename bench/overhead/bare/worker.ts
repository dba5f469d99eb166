// node worker.ts SETTINGS: an ordinary Temporal worker, with the same limits as Baton's.
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import pg from 'pg';
import { createLifecycle } from '#platform/lifecycle/create-lifecycle.ts';
import { reportReady } from '#platform/lifecycle/report-ready.ts';
import { createLog } from '#platform/log/index.ts';
import { createBareActivities } from './activities.ts';
import { BareSettings } from './settings.ts';

const settings = BareSettings.parse(JSON.parse(process.argv[2] ?? ''));
const { temporalAddress, taskQueue, databaseUrl, connections, modelUrl, smtpPort } = settings;
const logger = new DefaultLogger('WARN');
const lifecycle = createLifecycle(createLog({ name: 'bare', level: 'warn' }));
Runtime.install({ logger });
const pool = new pg.Pool({ connectionString: databaseUrl, max: connections });
lifecycle.onClose('database', () => pool.end());
const connection = await NativeConnection.connect({ address: temporalAddress });
lifecycle.onClose('temporal connection', () => connection.close());
const workflowsPath = fileURLToPath(new URL('./workflow.ts', import.meta.url));
const worker = await Worker.create({
  connection,
  taskQueue,
  workflowBundle: await bundleWorkflowCode({ workflowsPath, logger }),
  activities: createBareActivities({ pool, modelUrl, smtpPort }),
  maxCachedWorkflows: settings.cachedWorkflows,
  maxConcurrentWorkflowTaskExecutions: settings.workflowTasks,
  maxConcurrentActivityTaskExecutions: settings.activities,
});
const running = worker.run();
lifecycle.onClose('worker', async () => {
  if (worker.getState() === 'RUNNING') worker.shutdown();
  await running;
});
reportReady();
await running;
