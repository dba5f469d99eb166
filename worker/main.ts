// node worker/main.ts: runs the processes.

import { databaseUrlOf } from '#platform/config/database-url.ts';
import { loadConfig, orExit } from '#platform/config/index.ts';
import { createLifecycle } from '#platform/lifecycle/create-lifecycle.ts';
import { endInFailure } from '#platform/lifecycle/end-in-failure.ts';
import { reportReady } from '#platform/lifecycle/report-ready.ts';
import { createLog } from '#platform/log/index.ts';
import { bundleWorkflows } from './bundle.ts';
import { composeWorker } from './compose.ts';
import { installTemporalRuntime } from './temporal-log.ts';

const config = loadConfig();
const databaseUrl = orExit(() => databaseUrlOf(config));
const log = createLog({ name: 'worker', level: config.logLevel });
const lifecycle = createLifecycle(log);
installTemporalRuntime({ log, metricsAddress: `${config.host}:${config.ports.metrics}`, level: 'WARN' });

try {
  const worker = await composeWorker({ config, databaseUrl, log, lifecycle, bundle: await bundleWorkflows() });
  const running = worker.run();
  lifecycle.onClose('worker', async () => {
    if (worker.getState() === 'RUNNING') worker.shutdown();
    await running;
  });
  reportReady();
  log.info({ event: 'worker-ready', taskQueue: config.temporal.taskQueue });
  await running;
  await lifecycle.close('the worker ended');
} catch (error) {
  await endInFailure({ log, lifecycle, event: 'worker-failed' }, error);
}
