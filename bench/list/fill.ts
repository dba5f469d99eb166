import type pg from 'pg';
import type { Foundation } from '#governance/foundation.ts';
import { subjectHash } from '#governance/runs/subject.ts';
import type { Database } from '#platform/database/client.ts';
import { addressOf, customersPerRun, fillRuns } from './fill-runs.ts';
import { fillTasks } from './fill-tasks.ts';

const batch = 20_000;

/** Fills an empty database with so many runs; indexes are built at the end, in one go each. */
export async function fill(
  owner: pg.Client,
  parts: { database: Database; foundation: Foundation; runs: number },
): Promise<void> {
  const { foundation, runs } = parts;
  await owner.query(
    `SET synchronous_commit = off; SET maintenance_work_mem = '1GB'; SET max_parallel_maintenance_workers = 2`,
  );
  const indexes = await dropIndexes(owner);
  await timed('runs', () => fillRuns(owner, runs));
  await timed('customers', () => fillCustomers(owner, { count: Math.ceil(runs * customersPerRun), foundation }));
  await timed('tasks', () => fillTasks(owner, parts));
  for (const index of indexes) await timed(index.name, () => owner.query(index.definition));
  await owner.query('DROP TABLE bench_run, bench_text');
  await timed('statistics', () => owner.query('VACUUM ANALYZE'));
}

/** Keys and what must be unique stay. */
async function dropIndexes(owner: pg.Client): Promise<readonly { name: string; definition: string }[]> {
  const { rows } = await owner.query<{ name: string; definition: string }>(`
    SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition FROM pg_index
    JOIN pg_class ON pg_class.oid = indrelid
    WHERE relnamespace = 'public'::regnamespace AND NOT indisunique`);
  for (const { name } of rows) await owner.query(`DROP INDEX ${name}`);
  return rows;
}

async function fillCustomers(
  owner: pg.Client,
  { count, foundation }: { count: number; foundation: Foundation },
): Promise<void> {
  for (let from = 0; from < count; from += batch) {
    const customers = Array.from({ length: Math.min(batch, count - from) }, (_, index) => from + index);
    const hashes = customers.map((customer) => subjectHash(foundation.seals, addressOf(customer)));
    await owner.query(
      `INSERT INTO subject (id, address_hash) SELECT 'sub_' || md5('subject' || number), hash FROM unnest($1::int[], $2::text[]) AS made(number, hash)`,
      [customers, hashes],
    );
  }
}

async function timed(what: string, work: () => Promise<unknown>): Promise<void> {
  const begun = performance.now();
  await work();
  console.error(`${what}: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
}
