import type pg from 'pg';

/** The e-mail address of the customer with this number. */
export function addressOf(customer: number): string {
  return `customer.${customer}@mail-${customer % 997}.example`;
}

/** The order that the run with this number is about. */
export function orderOf(run: number): string {
  return `AF-${5_000_000 + run}`;
}

/** Few customers write often, most seldom. */
export const customersPerRun = 0.1;

/**
 * What each run is, by its number: drawn by hashing, so that tables agree and two fills are the same. The newest are
 * the ones still open; two years lie between the first and the last.
 */
const drawnRuns = `
  SELECT number, created_at, dice,
    'run_' || lpad(to_hex((extract(epoch FROM created_at) * 1000)::bigint), 12, '0') || substr(md5(number::text), 1, 20) AS id,
    CASE WHEN open AND dice < 0.97 THEN 'running' WHEN open THEN 'accepted' ELSE 'closed' END AS status,
    CASE WHEN dice2 < 0.7 THEN 'triage-enquiry' ELSE 'answer-order-status' END AS process,
    floor($2 * power(dice3, 3))::int AS customer
  FROM (
    SELECT number, number > $1 * 0.99 AS open,
      date_trunc('milliseconds', now() - (($1 - number) * interval '730 days' / $1)) AS created_at,
      ('x' || substr(md5('a' || number), 1, 8))::bit(32)::bigint / 4294967296.0 AS dice,
      ('x' || substr(md5('b' || number), 1, 8))::bit(32)::bigint / 4294967296.0 AS dice2,
      ('x' || substr(md5('c' || number), 1, 8))::bit(32)::bigint / 4294967296.0 AS dice3
    FROM generate_series(1, $1::int) number) AS draw`;

/** Ends by how often they come, the share of all before each. */
const outcomes = `CASE WHEN dice < 0.60 THEN 'answered' WHEN dice < 0.75 THEN 'answered-edited' WHEN dice < 0.80 THEN 'clarified'
  WHEN dice < 0.85 THEN 'rejected' WHEN dice < 0.90 THEN 'expired' WHEN dice < 0.98 THEN 'spam' WHEN dice < 0.99 THEN 'cancelled'
  WHEN dice < 0.995 THEN 'failed' WHEN dice < 0.997 THEN 'blocked' WHEN dice < 0.998 THEN 'timed-out'
  WHEN dice < 0.9985 THEN 'undeliverable' WHEN dice < 0.9990 THEN 'unconfirmed' ELSE 'terminated' END`;

const texts = `
  CREATE TABLE bench_text AS
  SELECT number, (
    SELECT string_agg(word, ' ') FROM (
      SELECT (regexp_split_to_array($words$the a my order has not come yet and we would like to know where it is please could you tell us
        when lamp table chair parcel was sent thank kind regards hello delivery broken scratched invoice refund address
        carrier tracking number late weeks days ago still waiting colour wrong size return voucher discount assembly
        missing screws manual glass shade bulb dimmer wardrobe shelf mirror carpet cushion blanket oak walnut birch
        apartment stairs neighbour doorbell weekend holiday birthday present urgent annoyed disappointed friendly$words$, '\\s+'))[
          1 + floor(85 * power(('x' || substr(md5(number || '/' || place), 1, 8))::bit(32)::bigint / 4294967296.0, 2))::int] AS word
      FROM generate_series(1, 60) place) AS drawn)
    || CASE WHEN number % 50 = 0 THEN ' zanzibar' ELSE '' END AS text
  FROM generate_series(0, 4999) number`;

/** Runs with what they are found by, their orders to Temporal and their messages, by SQL alone. */
export async function fillRuns(owner: pg.Client, runs: number): Promise<void> {
  const numbers = [runs, Math.ceil(runs * customersPerRun)];
  await owner.query(texts);
  await owner.query(
    'CREATE TABLE bench_run (number int, created_at timestamptz(3), dice float8, id text, status text, process text, customer int)',
  );
  await owner.query(
    `INSERT INTO bench_run SELECT number, created_at, dice, id, status, process, customer FROM (${drawnRuns}) AS drawn`,
    numbers,
  );
  await owner.query(`
    INSERT INTO run (id, process, process_version, status, outcome, started_by, starter_role, trigger, reference,
      subject_id, key_id, snapshot_hash, input_sealed, dispatch_counter, created_at, started_at, closed_at, stuck_since)
    SELECT id, process, 1, status, CASE WHEN status = 'closed' THEN ${outcomes} END,
      CASE WHEN number % 10 < 9 THEN 'intake' ELSE 'sam' END, 'staff', 'mail',
      CASE WHEN process = 'answer-order-status' AND number % 5 > 0 THEN 'AF-' || 5000000 + number END,
      'sub_' || md5('subject' || customer), 'key_' || md5(id), repeat('0', 64),
      decode(repeat('ab', 600), 'hex'), 1, created_at, created_at + interval '1 second',
      CASE WHEN status = 'closed' THEN created_at + interval '3 hours' END,
      CASE WHEN status = 'running' AND number % 200 = 0 THEN created_at + interval '1 hour' END
    FROM bench_run ORDER BY number`);
  await owner.query(`
    INSERT INTO run_search (run_id, text)
    SELECT id, 'customer.' || customer || '@mail-' || customer % 997 || '.example' || E'\\nCustomer ' || customer
      || E'\\nAF-' || 5000000 + run.number || E'\\nWhere is it?\\n' || bench_text.text
    FROM bench_run run JOIN bench_text ON bench_text.number = run.number % 5000 ORDER BY run.number`);
  await owner.query(`
    INSERT INTO dispatch (run_id, sequence, kind, payload, state, finished_at)
    SELECT id, 1, 'start', '{}', CASE WHEN number % 20000 = 7 THEN 'undeliverable' ELSE 'delivered' END, created_at FROM bench_run`);
  await owner.query(`
    INSERT INTO outbox_message (id, run_id, step_key, step_name, item, message_id, message_class, state, digest, content_sealed, queued_at)
    SELECT 'msg_' || md5(id), id, id || '/send/0/', 'send', '', '<' || number || '@bench.example>', 'reply',
      CASE WHEN number % 10000 = 3 THEN 'unconfirmed' ELSE 'sent' END, repeat('0', 64), decode(repeat('ab', 200), 'hex'), created_at
    FROM bench_run WHERE status = 'closed' AND number % 2 = 1`);
}
