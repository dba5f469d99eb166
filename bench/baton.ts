import { join } from 'node:path';
import pg from 'pg';
import { findFreePort } from '#dev/local-stack/free-port.ts';
import { customers, orders } from '#dev/records/index.ts';
import { type Config, readConfig, repositoryRoot } from '#platform/config/index.ts';
import { openDatabase } from '#platform/database/client.ts';
import { withDatabase } from '#platform/database/connection-url.ts';
import { prepareDatabase } from '#platform/database/prepare-database.ts';
import { createClosing } from '#platform/lifecycle/create-lifecycle.ts';
import { createLog } from '#platform/log/index.ts';
import { insertContacts } from '#store/crm.ts';
import { insertOrders } from '#store/orders.ts';
import { openDesk } from './baton/desk.ts';
import { startChild } from './child.ts';
import { countCommits } from './commits.ts';
import type { Contender } from './contender.ts';
import { enquiryOf } from './enquiry.ts';
import type { Ground } from './ground.ts';

const database = 'baton';

export interface BatonGround {
  settings: Readonly<Record<string, string>>;
  config: Config;
  databaseUrl: string;
}

type PreparedGround = Pick<Ground, 'folder' | 'postgresUrl' | 'owner' | 'temporalAddress' | 'smtpPort' | 'modelUrl'>;

/** Baton's own database and configuration; nothing of it runs yet. */
export async function prepareBaton(ground: PreparedGround): Promise<BatonGround> {
  await createDatabase(ground.owner);
  const ownerUrl = withDatabase(ground.postgresUrl, database);
  const databaseUrl = await prepareDatabase({ ownerUrl, role: 'baton_bench', password: 'bench' });
  const settings = {
    BATON_HOME: ground.folder,
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: ground.temporalAddress,
    MAIL_SMTP_URL: `smtp://127.0.0.1:${ground.smtpPort}`,
    REHEARSAL_BASE_URL: ground.modelUrl,
    METRICS_PORT: String(await findFreePort()),
    LOG_LEVEL: 'warn',
  };
  return { settings, config: readConfig(settings), databaseUrl };
}

/** Baton with everything on: its worker as a process of its own, its doors' side in this one. */
export async function openBaton(ground: Ground, { settings, config, databaseUrl }: BatonGround): Promise<Contender> {
  const { lifecycle, profileFolder } = ground;
  const closing = createClosing(createLog({ name: 'bench', level: 'warn' }));
  await seedRecords(databaseUrl);
  const commitsBefore = await countCommits(ground.owner, database);
  const desk = await openDesk(closing, { config, databaseUrl });
  const worker = await startChild(lifecycle, {
    script: join(repositoryRoot, 'worker/main.ts'),
    settings,
    ...(profileFolder === undefined ? {} : { profileFolder }),
  });
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 });
  return {
    name: 'baton',
    expected: 'answered',
    workerPid: worker.pid,
    database,
    commitsBefore,
    start: (number) => desk.accept(enquiryOf(number)),
    look: async (runIds) => {
      const tasks = await pool.query('select id, run_id as "runId", digest from approval where run_id = any($1)', [
        runIds,
      ]);
      const over = await pool.query(`select id as "runId", outcome from run where id = any($1) and status = 'closed'`, [
        runIds,
      ]);
      return { tasks: tasks.rows, over: over.rows };
    },
    decide: desk.approve,
    isIdle: async () => (await hasNothingOpen(pool)) && (await desk.countRunning()) === 0,
    close: async () => {
      await worker.stop();
      await closing.close('the bench is over');
      await pool.end();
    },
  };
}

/** A server that was kept has one. */
async function createDatabase(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query('select 1 from pg_database where datname = $1', [database]);
  if (rows.length === 0) await owner.query(`create database ${database}`);
}

/** The customers and orders of the sample records. */
export async function seedRecords(databaseUrl: string): Promise<void> {
  const { direct, close } = openDatabase(databaseUrl, { connections: 1 });
  await insertContacts(
    direct,
    customers.map((customer) => ({ ...customer, company: customer.company ?? null })),
  );
  await insertOrders(direct, [...orders]);
  await close();
}

/** Notices leave behind the runs they speak of: they count as Baton's work. */
async function hasNothingOpen(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query(`select
    (select count(*) from outbox_message where state in ('queued', 'sending'))
    + (select count(*) from dispatch where state = 'open') as open`);
  return Number(rows[0].open) === 0;
}
