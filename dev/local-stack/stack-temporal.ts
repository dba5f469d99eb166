import { join } from 'node:path';
import { connectTemporal } from '#platform/temporal/connection.ts';
import { prepareNamespace } from '#platform/temporal/namespace.ts';
import { findTemporal } from './find-temporal.ts';
import { makePrivateFolder } from './private-files.ts';
import type { StackPart } from './stack-database.ts';
import { startTemporalServer } from './temporal-server.ts';

export interface TemporalPart extends StackPart {
  environment: NodeJS.ProcessEnv;
}

/** A Temporal server that answers, with its namespace ready; returns its address. */
export async function openStackTemporal(part: TemporalPart): Promise<string> {
  const { temporal } = part.config;
  if (temporal.server === 'local') await startLocal(part);
  const connection = await connectTemporal(temporal);
  try {
    await prepareNamespace(connection, temporal);
  } finally {
    await connection.close();
  }
  return temporal.address;
}

async function startLocal({ config, environment, lifecycle, say }: TemporalPart): Promise<void> {
  const { cacheFolder, home, ports, tools } = config;
  const { signal } = lifecycle;
  makePrivateFolder(join(home, 'logs'));
  const server = await startTemporalServer({
    executable: await findTemporal({ ...tools, home, cacheFolder, environment, signal, say }),
    port: ports.temporal,
    uiPort: ports.temporalUi,
    dbFile: join(home, 'temporal.db'),
    logFile: join(home, 'logs/temporal.log'),
  });
  lifecycle.onClose('Temporal', server.stop, { withinMs: 15_000 });
  server.guard((reason) => say(`the Temporal server ${reason}; it starts again`));
}
