import type { Express } from 'express';
import { createApp } from '#api/http/app/create-app.ts';
import { startServer } from '#api/http/app/start-server.ts';
import { apiKeys } from '#api/http/auth/api-keys.ts';
import { devAccounts } from '#api/http/auth/dev-accounts.ts';
import { createMayDecode, temporalUiRight } from '#api/use-cases/judge-temporal-ui.ts';
import { createRecordDecode } from '#api/use-cases/record-decode.ts';
import { startDispatcher } from '#governance/dispatch/service.ts';
import { decisionKeysFolder, type Foundation, layFoundation } from '#governance/foundation.ts';
import { createCodecKeys, loadDecisionSigner } from '#governance/keys/index.ts';
import { createAcceptWithin } from '#governance/runs/accept.ts';
import { createAcceptRequest } from '#governance/runs/accept-request.ts';
import { createDataConverter } from '#platform/codec/data-converter.ts';
import { createPayloadReader } from '#platform/codec/payload-reader.ts';
import type { PayloadStorageDeps } from '#platform/codec/payload-storage.ts';
import type { Config } from '#platform/config/index.ts';
import { type Database, openDatabase } from '#platform/database/client.ts';
import type { Lifecycle } from '#platform/lifecycle/create-lifecycle.ts';
import type { Log } from '#platform/log/index.ts';
import { createEngine } from '#platform/temporal/engine.ts';
import { type OpenClient, openClient } from '#platform/temporal/open-client.ts';
import { findPayload, putPayload } from '#store/payloads.ts';
import { providersOf } from '#worker/providers.ts';
import { composeMail } from './compose-mail.ts';
import { composeUseCases } from './compose-use-cases.ts';

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

const engineAnswersWithinMs = 2_000;

/** Builds and opens the API: HTTP, mail intake, and a dispatcher beside the worker's. Everything closes with the lifecycle. */
export async function createApi(parts: ApiParts): Promise<Api> {
  const { config, databaseUrl, log, lifecycle } = parts;
  const { database, foundation } = await openGround(parts);
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

  const mail = await composeMail({ ...parts, database, foundation, accept: acceptOf(database, foundation) });
  const app = await composeApp({ ...parts, database, foundation, storage, client, receiveMail: mail.receiveMail });
  const server = await startServer(app, { host: config.host, port: parts.ports?.api ?? config.ports.api });
  lifecycle.onClose('http server', server.close);
  return { port: server.port, smtpPort: mail.port };
}

async function openGround({ config, databaseUrl, lifecycle }: ApiParts): Promise<{ database: Database; foundation: Foundation }> {
  const database = openDatabase(databaseUrl, { connections: config.database.connections });
  lifecycle.onClose('database', () => database.close());
  const keyDatabase = openDatabase(databaseUrl, { connections: 2 });
  lifecycle.onClose('key database', () => keyDatabase.close());
  const { registryFolder, keysFolder } = config;
  const providers = new Set(providersOf(config).keys());
  return { database, foundation: await layFoundation({ registryFolder, keysFolder, providers, keyDatabase }) };
}

function acceptOf(database: Database, { policy, registrySource: registry, keys, seals, ledger }: Foundation) {
  return createAcceptRequest({ database, acceptWithin: createAcceptWithin({ policy, registry, keys, seals, ledger }) });
}

interface AppGround extends ApiParts {
  database: Database;
  foundation: Foundation;
  storage: PayloadStorageDeps;
  client: OpenClient;
  receiveMail: Parameters<typeof composeUseCases>[0]['receiveMail'];
}

async function composeApp({ config, database, foundation, storage, client, receiveMail, log, limits }: AppGround): Promise<Express> {
  const { policy, ledger, registry, keyedHash } = foundation;
  const { temporal, publicUrl, keysFolder } = config;
  const useCases = composeUseCases({
    database,
    foundation,
    signer: await loadDecisionSigner(decisionKeysFolder(keysFolder)),
    accept: acceptOf(database, foundation),
    receiveMail,
    temporalUiOf: (runId) => (temporal.uiUrl === undefined ? null : `${publicUrl}/temporal/namespaces/${temporal.namespace}/workflows/${runId}`),
    pingEngine: () => pingEngine(client),
  });
  return createApp({
    useCases,
    credentials: config.auth.kind === 'dev' ? devAccounts() : apiKeys(keysFolder),
    sessionKey: keyedHash('session', 'key of the cookie'),
    people: registry.people,
    publicUrl,
    temporalUi: {
      uiAddress: temporal.uiUrl,
      reader: createPayloadReader(storage),
      rightOf: temporalUiRight,
      mayDecode: createMayDecode(policy),
      recordDecode: createRecordDecode({ database, ledger }),
    },
    links: linksOf(config),
    log,
    ...(limits ? { limits } : {}),
  });
}

async function pingEngine(client: OpenClient): Promise<void> {
  const connected = await client.get();
  await connected.withDeadline(Date.now() + engineAnswersWithinMs, () => connected.workflowService.getSystemInfo({}));
}

function linksOf({ auth, temporal, ports }: Config) {
  const temporalLink = { href: '/temporal', name: 'Temporal UI', about: 'Every run step by step, for operators and compliance officers.' };
  const mailboxLink = { href: `http://localhost:${ports.mailbox}/`, name: 'Mailbox', about: 'What was sent, caught on this machine.' };
  return [
    { href: '/api/docs', name: 'API reference', about: 'Every route, to read and to try.' },
    ...(temporal.uiUrl === undefined ? [] : [temporalLink]),
    ...(auth.kind === 'dev' ? [mailboxLink] : []),
    { href: '/readyz', name: 'Readiness', about: 'Whether database, Temporal and dispatcher answer.' },
  ];
}
