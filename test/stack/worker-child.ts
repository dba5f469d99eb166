// node worker-child.ts BUNDLE: worker/main.ts with workflows that were bundled before, so that it is up in a second.
import { readFile } from 'node:fs/promises';
import { databaseUrlOf } from '#platform/config/database-url.ts';
import { loadConfig } from '#platform/config/index.ts';
import { createLifecycle } from '#platform/lifecycle/create-lifecycle.ts';
import { reportReady } from '#platform/lifecycle/report-ready.ts';
import { createLog } from '#platform/log/index.ts';
import { composeWorker } from '#worker/compose.ts';
import { installTemporalRuntime } from '#worker/temporal-log.ts';

const [bundlePath] = process.argv.slice(2);
if (bundlePath === undefined) throw new Error('Name the file with the bundled workflows');
const config = loadConfig();
const log = createLog({ name: 'worker', level: config.logLevel });
const lifecycle = createLifecycle(log);
installTemporalRuntime({ log, metricsAddress: `${config.host}:${config.ports.metrics}`, level: 'WARN' });
const bundle = { code: await readFile(bundlePath, 'utf8') };
const worker = await composeWorker({ config, databaseUrl: databaseUrlOf(config), log, lifecycle, bundle });
const running = worker.run();
lifecycle.onClose('worker', async () => {
  if (worker.getState() === 'RUNNING') worker.shutdown();
  await running;
});
reportReady();
await running;
await lifecycle.close('the worker ended');
