import { fileURLToPath } from 'node:url';
import { Client } from '@temporalio/client';
import pg from 'pg';
import { orders } from '#dev/records/index.ts';
import type { Config } from '#platform/config/index.ts';
import { withDatabase } from '#platform/database/connection-url.ts';
import { connectTemporal } from '#platform/temporal/connection.ts';
import { startChild } from '../child.ts';
import { countCommits } from '../commits.ts';
import type { Contender } from '../contender.ts';
import { enquiryOf } from '../enquiry.ts';
import type { Ground } from '../ground.ts';
import type { BareSettings } from './bare/settings.ts';
import { bareTables } from './bare/tables.ts';

const workerScript = fileURLToPath(new URL('./bare/worker.ts', import.meta.url));
const database = 'bare';
const taskQueue = 'bare';

/** The same work on Temporal alone, with the worker limits of Baton's configuration. */
export async function openBare(ground: Ground, config: Config): Promise<Contender> {
  const { lifecycle, profileFolder, temporalAddress } = ground;
  const databaseUrl = await prepareTables(ground);
  const commitsBefore = await countCommits(ground.owner, database);
  const settings = settingsOf(ground, config, databaseUrl);
  const worker = await startChild(lifecycle, {
    script: workerScript,
    args: [JSON.stringify(settings)],
    ...(profileFolder === undefined ? {} : { profileFolder }),
  });
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 });
  const connection = await connectTemporal({ address: temporalAddress });
  const { workflow } = new Client({ connection });
  return {
    name: 'bare',
    expected: 'answered',
    workerPid: worker.pid,
    database,
    commitsBefore,
    start: async (number) => {
      const workflowId = `bare-${number}`;
      await workflow.start('answerEnquiry', { workflowId, taskQueue, args: [enquiryOf(number)] });
      return workflowId;
    },
    look: async (runIds) => {
      const tasks = await pool.query(
        'select id, run_id as "runId", \'\' as digest from approval where run_id = any($1)',
        [runIds],
      );
      const over = await pool.query('select run_id as "runId", outcome from outcome where run_id = any($1)', [runIds]);
      return { tasks: tasks.rows, over: over.rows };
    },
    decide: ({ runId }) => workflow.getHandle(runId).signal('decided', 'approve'),
    isIdle: async () =>
      (await workflow.count(`ExecutionStatus = 'Running' AND TaskQueue = '${taskQueue}'`)).count === 0,
    close: async () => {
      await worker.stop();
      await pool.end();
      await connection.close();
    },
  };
}

async function prepareTables({ owner, postgresUrl }: Ground): Promise<string> {
  await owner.query(`create database ${database}`);
  const url = withDatabase(postgresUrl, database);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(bareTables);
  const rows = orders.map(({ customerEmail, ...record }) => ({
    number: record.number,
    customer_email: customerEmail,
    record,
  }));
  await client.query('insert into customer_order select * from jsonb_populate_recordset(null::customer_order, $1)', [
    JSON.stringify(rows),
  ]);
  await client.end();
  return url;
}

function settingsOf(
  { temporalAddress, modelUrl, smtpPort }: Ground,
  config: Config,
  databaseUrl: string,
): BareSettings {
  return {
    temporalAddress,
    taskQueue,
    databaseUrl,
    connections: config.database.connections,
    modelUrl,
    smtpPort,
    cachedWorkflows: config.worker.maxCachedWorkflows,
    workflowTasks: config.worker.maxConcurrentWorkflowTasks,
    activities: config.worker.maxConcurrentActivities,
  };
}
