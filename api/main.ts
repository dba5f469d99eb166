// node api/main.ts: the way in for people and programs.
import { databaseUrlOf } from '#platform/config/database-url.ts';
import { loadConfig, orExit } from '#platform/config/index.ts';
import { createLifecycle } from '#platform/lifecycle/create-lifecycle.ts';
import { endInFailure } from '#platform/lifecycle/end-in-failure.ts';
import { reportReady } from '#platform/lifecycle/report-ready.ts';
import { createLog } from '#platform/log/index.ts';
import { createApi } from './compose.ts';

const config = loadConfig();
const databaseUrl = orExit(() => databaseUrlOf(config));
const log = createLog({ name: 'api', level: config.logLevel });
const lifecycle = createLifecycle(log);

try {
  const { port, smtpPort } = await createApi({ config, databaseUrl, log, lifecycle });
  reportReady();
  log.info({ event: 'api-ready', port, smtpPort });
} catch (error) {
  await endInFailure({ log, lifecycle, event: 'api-failed' }, error);
}
