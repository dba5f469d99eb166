import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { inject } from 'vitest';
import { startMailbox } from '#dev/mailbox/index.ts';
import { customers, orders } from '#dev/records/index.ts';
import { insertBilling } from '#dev/records/insert-billing.ts';
import { startRehearsalModel } from '#dev/rehearsal-model/index.ts';
import { decisionKeysFolder, type Foundation, layFoundation } from '#governance/foundation.ts';
import { createCodecKeys, loadDecisionSigner } from '#governance/keys/index.ts';
import { createDataConverter } from '#platform/codec/data-converter.ts';
import type { PayloadStorageDeps } from '#platform/codec/payload-storage.ts';
import { type Config, readConfig } from '#platform/config/index.ts';
import { type Database, openDatabase } from '#platform/database/client.ts';
import { createClosing, type Lifecycle } from '#platform/lifecycle/create-lifecycle.ts';
import { createLog } from '#platform/log/index.ts';
import { insertContacts } from '#store/crm.ts';
import { insertOrders } from '#store/orders.ts';
import { findPayload, putPayload } from '#store/payloads.ts';
import { createTestDatabase, type TestDatabase } from './database.ts';
import { quietTemporal } from './quiet-temporal.ts';
import { copyRegistry, type RegistryEdit } from './registry-copy.ts';

export interface Stack {
  config: Config;
  db: TestDatabase;
  database: Database;
  foundation: Foundation;
  temporal: Client;
  /** How payloads are sealed and where the large ones are kept. */
  payloads: PayloadStorageDeps;
  dataConverter: ReturnType<typeof createDataConverter>;
  lifecycle: Lifecycle;
  mailboxUrl: string;
  modelUrl: string;
  close(): Promise<void>;
}

export interface StackOptions {
  registry?: readonly RegistryEdit[];
  /** Further files of the registry, by their paths in it. */
  registryFiles?: Readonly<Record<string, string>>;
  /** Further settings, such as where a provider of those files is. */
  settings?: (world: { modelUrl: string }) => Readonly<Record<string, string>>;
  /** The port at which a door takes mail in, for the samples of the mailbox. */
  intakePort?: number;
}

/** The whole of Baton's ground for one test file: its own database, keys, mailbox and model; nothing of ours runs on it yet. */
export async function openStack(options: StackOptions = {}): Promise<Stack> {
  quietTemporal();
  const folder = await mkdtemp(join(tmpdir(), 'baton-stack-'));
  const log = createLog({ name: 'test', level: 'silent' });
  const lifecycle = createClosing(log);
  lifecycle.onClose('folder', () => rm(folder, { recursive: true, force: true }));
  const db = await createTestDatabase();
  lifecycle.onClose('test database', db.drop);
  const { intakePort } = options;
  const intake = intakePort && { host: '127.0.0.1', port: intakePort, recipient: 'service@alderfinch.example' };
  const mailbox = await startMailbox({ smtpPort: 0, httpPort: 0, ...(intake && { intake }) });
  lifecycle.onClose('mailbox', mailbox.close);
  const model = await startRehearsalModel({ port: 0 });
  lifecycle.onClose('model', () => model.close());
  const config = readConfig({
    BATON_HOME: folder,
    BATON_REGISTRY: copyRegistry(folder, { edits: options.registry, files: options.registryFiles }),
    DATABASE_URL: db.url,
    TEMPORAL_ADDRESS: inject('ground').temporalAddress,
    BATON_TASK_QUEUE: `test-${process.pid}-${Date.now()}`,
    MAIL_SMTP_URL: `smtp://127.0.0.1:${mailbox.smtpPort}`,
    REHEARSAL_BASE_URL: `http://127.0.0.1:${model.port}/v1`,
    WORKER_STICKY_TIMEOUT_MS: '1000',
    WORKER_RECONCILE_EVERY_MS: '500',
    LOG_LEVEL: 'error',
    ...options.settings?.({ modelUrl: `http://127.0.0.1:${model.port}` }),
  });
  const ground = await openGround({ config, db, lifecycle });
  await seedRecords(ground.database);
  return {
    config,
    db,
    lifecycle,
    ...ground,
    mailboxUrl: `http://127.0.0.1:${mailbox.httpPort}`,
    modelUrl: `http://127.0.0.1:${model.port}`,
    close: () => lifecycle.close('the test is over'),
  };
}

async function openGround({ config, db, lifecycle }: { config: Config; db: TestDatabase; lifecycle: Lifecycle }) {
  const database = openDatabase(db.url, { connections: 10 });
  lifecycle.onClose('database', () => database.close());
  const keyDatabase = openDatabase(db.url, { connections: 2 });
  lifecycle.onClose('key database', () => keyDatabase.close());
  await loadDecisionSigner(decisionKeysFolder(config.keysFolder));
  const { registryFolder, keysFolder, providerVariables } = config;
  const foundation = await layFoundation({
    isDevelopment: config.auth.kind === 'dev',
    registryFolder,
    keysFolder,
    keyDatabase,
    providerVariables,
  });
  const payloads: PayloadStorageDeps = {
    keys: createCodecKeys(foundation.keys),
    payloads: { put: (payload) => putPayload(database.direct, payload), get: (id) => findPayload(database.direct, id) },
  };
  const dataConverter = createDataConverter(payloads);
  const connection = await Connection.connect({ address: config.temporal.address });
  lifecycle.onClose('temporal connection', () => connection.close());
  return { database, foundation, payloads, dataConverter, temporal: new Client({ connection, dataConverter }) };
}

async function seedRecords(database: Database): Promise<void> {
  await insertContacts(
    database.direct,
    customers.map(({ email, name, company, tier, language, country }) => ({
      email,
      name,
      company: company ?? null,
      tier,
      language,
      country,
    })),
  );
  await insertOrders(
    database.direct,
    orders.map((order) => ({ ...order })),
  );
  await insertBilling(database.direct);
}
