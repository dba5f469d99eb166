import { DefaultLogger, type Logger, type LogLevel, Runtime } from '@temporalio/worker';
import type { Log } from '#platform/log/index.ts';

/** Fields of the SDK's own log entries that name things; the others may hold what a customer wrote. */
const shown = [
  'workflowId',
  'workflowType',
  'activityType',
  'attempt',
  'taskQueue',
  'sdkComponent',
  'state',
  'size',
] as const;

/** Lets the SDK log through our log, without the text of failures: that may hold personal data. */
export function installTemporalRuntime(options: { log: Log; metricsAddress: string; level: LogLevel }): void {
  Runtime.install({
    logger: createTemporalLogger(options),
    telemetryOptions: { metrics: { prometheus: { bindAddress: options.metricsAddress } } },
  });
}

function createTemporalLogger({ log, level }: { log: Log; level: LogLevel }): Logger {
  return new DefaultLogger(level, (entry) => {
    const meta = entry.meta ?? {};
    const fields = Object.fromEntries(shown.filter((name) => name in meta).map((name) => [name, meta[name]]));
    const failure = meta.error instanceof Error ? { failure: meta.error.name } : {};
    const line = { event: 'temporal', message: entry.message, ...fields, ...failure };
    if (entry.level === 'ERROR') log.error(line);
    else if (entry.level === 'WARN') log.warn(line);
    else log.debug(line);
  });
}
