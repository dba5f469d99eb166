import { startServer } from '#api/http/app/start-server.ts';
import { startDispatcher } from '#governance/dispatch/service.ts';
import { type Foundation, layFoundation } from '#governance/foundation.ts';
import { createCodecKeys } from '#governance/keys/index.ts';
import { createCountedRefusals } from '#governance/ledger/counted-refusals.ts';
import { startLoadRecorder } from '#governance/registry/load-recorder.ts';
import { createDataConverter } from '#platform/codec/data-converter.ts';
import type { PayloadStorageDeps } from '#platform/codec/payload-storage.ts';
import type { Config } from '#platform/config/index.ts';
import { storeHostsOf } from '#platform/config/store-hosts.ts';
import { type Database, openDatabase } from '#platform/database/client.ts';
import { openEgress } from '#platform/egress/open-egress.ts';
import type { Lifecycle } from '#platform/lifecycle/create-lifecycle.ts';
import type { Log } from '#platform/log/index.ts';
import { createEngine } from '#platform/temporal/engine.ts';
import { openClient } from '#platform/temporal/open-client.ts';
import { findPayload, putPayload } from '#store/payloads.ts';
import { composeApp } from './compose-app.ts';
import { composeEvents } from './compose-events.ts';
import { composeMail } from './compose-mail.ts';

export interface ApiParts {
  config: Config;
  databaseUrl: string;
  log: Log;
  lifecycle: Lifecycle;
  /** Other ports than the config's; 0 takes any free one. */
  ports?: { api: number; smtp: number };
  /** How large a body may be and how long it may take. */
  limits?: { bytes: number; withinMs: number };
}

export interface Api {
  port: number;
  smtpPort: number;
}

/** Builds and opens the API: HTTP, mail intake, and a dispatcher beside the worker's. Everything closes with the lifecycle. */
export async function createApi(parts: ApiParts): Promise<Api> {
  const { config, databaseUrl, log, lifecycle } = parts;
  const { database, foundation } = await openGround(parts);
  const loadRecorder = startLoadRecorder({ program: 'api', database, foundation, log });
  lifecycle.onClose('load recorder', loadRecorder.stop);
  const egress = openEgress({ registry: foundation.registry, config, lifecycle });
  const storage: PayloadStorageDeps = {
    keys: createCodecKeys(foundation.keys),
    payloads: { put: (payload) => putPayload(database.direct, payload), get: (id) => findPayload(database.direct, id) },
  };
  const client = openClient({ ...config.temporal, dataConverter: createDataConverter(storage) });
  lifecycle.onClose('temporal client', client.close);
  const engine = createEngine({ client: client.get, taskQueue: config.temporal.taskQueue });
  // The reconciler that an undeliverable order calls for runs in the worker, which looks by itself.
  const onUndeliverable = (run: string) => log.info({ event: 'order-undeliverable', run });
  const dispatcher = await startDispatcher({ database, databaseUrl, foundation, engine, log, onUndeliverable });
  lifecycle.onClose('dispatcher', dispatcher.stop);

  const mail = await composeMail({ ...parts, database, foundation, port: parts.ports?.smtp ?? config.ports.smtp });
  const refusals = createCountedRefusals({ database, ledger: foundation.ledger, log });
  lifecycle.onClose('counted refusals', refusals.stop);
  const events = composeEvents({ database, foundation, log });
  lifecycle.onClose('event loop', events.stop);
  const { receiveMail } = mail;
  const { eventStreams } = events;
  const ground = { ...parts, database, foundation, storage, client, egress };
  const app = await composeApp({ ...ground, receiveMail, refusals, eventStreams });
  const server = await startServer(app, { host: config.host, port: parts.ports?.api ?? config.ports.api });
  lifecycle.onClose('http server', server.close);
  lifecycle.onClose('event streams', eventStreams.close);
  return { port: server.port, smtpPort: mail.port };
}

async function openGround({
  config,
  databaseUrl,
  lifecycle,
  log,
}: ApiParts): Promise<{ database: Database; foundation: Foundation }> {
  const database = openDatabase(databaseUrl, { connections: config.database.connections });
  lifecycle.onClose('database', () => database.close());
  const keyDatabase = openDatabase(databaseUrl, { connections: 2 });
  lifecycle.onClose('key database', () => keyDatabase.close());
  const { registryFolder, keysFolder, providerVariables } = config;
  const isDevelopment = config.auth.kind === 'dev';
  const storeHosts = storeHostsOf(config, databaseUrl);
  const options = { registryFolder, keysFolder, providerVariables, storeHosts, keyDatabase, isDevelopment, log };
  return { database, foundation: await layFoundation(options) };
}
