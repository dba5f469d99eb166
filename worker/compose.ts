import { type NativeConnection, Worker, type WorkflowBundleOption } from '@temporalio/worker';
import { createMakeLinks } from '#governance/approvals/links-make.ts';
import { createMayDecide } from '#governance/approvals/may-decide.ts';
import { startUpkeep } from '#governance/approvals/upkeep-service.ts';
import { startBudgetWatch } from '#governance/budgets/service.ts';
import { startDispatcher } from '#governance/dispatch/service.ts';
import { type Foundation, layFoundation } from '#governance/foundation.ts';
import { createGuard, type Guard } from '#governance/guard/index.ts';
import { createStages } from '#governance/guard/stages.ts';
import { createCodecKeys } from '#governance/keys/index.ts';
import { type CountedRefusals, createCountedRefusals } from '#governance/ledger/counted-refusals.ts';
import { createNotice } from '#governance/outbox/notices.ts';
import { startNotices } from '#governance/outbox/service.ts';
import { startReconciler } from '#governance/reconciler/service.ts';
import { startLoadRecorder } from '#governance/registry/load-recorder.ts';
import { startRegionWatch } from '#governance/residency/service.ts';
import { createDataConverter } from '#platform/codec/data-converter.ts';
import type { Config } from '#platform/config/index.ts';
import { storeHostsOf } from '#platform/config/store-hosts.ts';
import { type Database, openDatabase } from '#platform/database/client.ts';
import { openEgress } from '#platform/egress/open-egress.ts';
import type { Lifecycle } from '#platform/lifecycle/create-lifecycle.ts';
import type { Log } from '#platform/log/index.ts';
import { createEngine } from '#platform/temporal/engine.ts';
import { openClient } from '#platform/temporal/open-client.ts';
import { connectWorker } from '#platform/temporal/worker-connection.ts';
import { findPayload, putPayload } from '#store/payloads.ts';
import { composeActivities, type WorldPorts } from './compose-activities.ts';
import { composeWorld } from './compose-world.ts';

export interface WorkerParts {
  config: Config;
  databaseUrl: string;
  log: Log;
  lifecycle: Lifecycle;
  bundle: WorkflowBundleOption;
}

/** The registry's name of the connector that mail leaves by. */
const mailConnector = 'smtp';

/** Builds the worker and what runs beside it: dispatcher, notices, upkeep and reconciler. Everything closes with the lifecycle. */
export async function composeWorker(parts: WorkerParts): Promise<Worker> {
  const { config, databaseUrl, log, lifecycle } = parts;
  const { database, foundation } = await openGround(parts);
  const loadRecorder = startLoadRecorder({ program: 'worker', database, foundation, log });
  lifecycle.onClose('load recorder', loadRecorder.stop);
  const admit = createStages({ policy: foundation.policy, registry: foundation.registrySource });
  const guard = createGuard({ database, ledger: foundation.ledger, admit });
  const egress = openEgress({ registry: foundation.registry, config, lifecycle });
  const world = composeWorld({ config, registry: foundation.registry, egress, lifecycle });
  const dataConverter = createDataConverter({
    keys: createCodecKeys(foundation.keys),
    payloads: { put: (payload) => putPayload(database.direct, payload), get: (id) => findPayload(database.direct, id) },
  });
  const client = openClient({ ...config.temporal, dataConverter });
  lifecycle.onClose('temporal client', client.close);
  const engine = createEngine({ client: client.get, taskQueue: config.temporal.taskQueue });
  const reconciler = startReconciler({
    database,
    engine,
    log,
    ledger: foundation.ledger,
    connector: mailConnector,
    everyMs: config.worker.reconcileEveryMs,
  });
  lifecycle.onClose('reconciler', reconciler.stop);
  const dispatcher = await startDispatcher({
    database,
    databaseUrl,
    foundation,
    engine,
    log,
    onUndeliverable: reconciler.look,
    standInMs: 100,
  });
  lifecycle.onClose('dispatcher', dispatcher.stop);
  const notices = startNotices({
    database,
    guard,
    ledger: foundation.ledger,
    rights: createMayDecide(foundation.policy),
    seals: foundation.seals,
    makeLinks: createMakeLinks({ database, seals: foundation.seals, publicUrl: config.publicUrl }),
    mail: world.mail,
    log,
    from: config.mail.from,
    publicUrl: config.publicUrl,
    connector: mailConnector,
    people: () => foundation.registrySource.current().people(),
  });
  lifecycle.onClose('notices', notices.stop);
  const upkeep = startUpkeep({ database, ledger: foundation.ledger, notice: noticeOf(config, foundation), log });
  lifecycle.onClose('upkeep', upkeep.stop);
  const regions = startRegionWatch({ database, ledger: foundation.ledger, log });
  lifecycle.onClose('region watch', regions.stop);
  const budgets = startBudgetWatch({ database, ledger: foundation.ledger, registry: foundation.registrySource, log });
  lifecycle.onClose('budget watch', budgets.stop);
  const refusals = createCountedRefusals({ database, ledger: foundation.ledger, log });
  lifecycle.onClose('counted refusals', refusals.stop);
  const connection = await connectWorker(config.temporal);
  lifecycle.onClose('temporal connection', () => connection.close());
  return createTemporalWorker(parts, {
    connection,
    dataConverter,
    guard,
    admit,
    refusals,
    world,
    database,
    foundation,
  });
}

function noticeOf({ mail }: Config, { registrySource, seals }: Foundation) {
  return createNotice({ seals, from: mail.from, people: () => registrySource.current().people() });
}

async function openGround({
  config,
  databaseUrl,
  lifecycle,
  log,
}: WorkerParts): Promise<{ database: Database; foundation: Foundation }> {
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

interface TemporalWorkerParts {
  connection: NativeConnection;
  dataConverter: ReturnType<typeof createDataConverter>;
  guard: Guard;
  admit: ReturnType<typeof createStages>;
  refusals: CountedRefusals;
  world: WorldPorts;
  database: Database;
  foundation: Foundation;
}

function createTemporalWorker({ config, bundle }: WorkerParts, built: TemporalWorkerParts): Promise<Worker> {
  const { connection, dataConverter, database, ...governing } = built;
  const { worker, temporal, mail } = config;
  return Worker.create({
    connection,
    namespace: temporal.namespace,
    taskQueue: temporal.taskQueue,
    workflowBundle: bundle,
    dataConverter,
    activities: composeActivities({ database, ...governing, mailFrom: mail.from, mailConnector }),
    maxCachedWorkflows: worker.maxCachedWorkflows,
    stickyQueueScheduleToStartTimeout: worker.stickyTimeoutMs,
    maxConcurrentWorkflowTaskExecutions: worker.maxConcurrentWorkflowTasks,
    maxConcurrentActivityTaskExecutions: worker.maxConcurrentActivities,
    maxConcurrentLocalActivityExecutions: worker.maxConcurrentLocalActivities,
    shutdownGraceTime: '5 seconds',
  });
}
