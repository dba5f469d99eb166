import type pg from 'pg';
import { newId } from '#contracts/ids.ts';
import type { Foundation } from '#governance/foundation.ts';
import { actionPlace } from '#governance/runs/places.ts';
import type { Database } from '#platform/database/client.ts';
import { writeTogether } from '#store/write-together.ts';

const batch = 500;

/** Whose word a task asks for, by the shares of a firm: a few ask somebody by name. */
const audience = `CASE WHEN number % 100 = 1 THEN ARRAY['person:max'] WHEN number % 20 = 3 THEN ARRAY['role:complaints-handler']
  ELSE ARRAY['role:approver'] END`;

/**
 * A task for every second run. Those that are over belong to customers who were erased: their keys are gone, and a list
 * says so. What is open is sealed as Baton seals it, a key for each run.
 */
export async function fillTasks(
  owner: pg.Client,
  { database, foundation }: { database: Database; foundation: Foundation },
): Promise<void> {
  await owner.query(`
    INSERT INTO data_key (id, scope, run_id, destroyed_at)
    SELECT 'key_' || md5(id), 'run', id, now() FROM bench_run WHERE status = 'closed' AND number % 2 = 1`);
  await owner.query(`
    INSERT INTO approval (id, run_id, step_key, process, point, state, role, team, audience, reason_code, digest,
      action_sealed, evidence_sealed, evidence_digest, started_by, opened_at, due_at, priority, decided_by, decided_at)
    SELECT 'apr_' || substr(id, 5), id, id || '/approve/0/', process, 'reply',
      CASE WHEN status <> 'closed' THEN 'open' WHEN dice < 0.6 THEN 'approved' WHEN dice < 0.75 THEN 'edited'
        WHEN dice < 0.85 THEN 'rejected' WHEN dice < 0.999 THEN 'expired' ELSE 'withdrawn' END,
      'approver', 'customer-service', ${audience}, 'every-reply', repeat('0', 64),
      decode('0124', 'hex') || convert_to('key_' || md5(id), 'UTF8') || decode(repeat('ab', 400), 'hex'),
      decode(repeat('ab', 1000), 'hex'), repeat('0', 64), 'intake', created_at + interval '5 seconds',
      created_at + (number % 7 - 2) * interval '1 day', number % 4, 'ada', created_at + interval '2 hours'
    FROM bench_run WHERE number % 2 = 1 ORDER BY number`);
  const { rows } = await owner.query<{ id: string; run: string; subject: string }>(
    `SELECT approval.id, run_id AS run, subject_id AS subject FROM approval JOIN run ON run.id = run_id WHERE state = 'open'`,
  );
  for (let from = 0; from < rows.length; from += batch) await sealOpen(rows.slice(from, from + batch));

  async function sealOpen(tasks: readonly { id: string; run: string; subject: string }[]): Promise<void> {
    const sealed = await Promise.all(
      tasks.map(async ({ id, run, subject }) => {
        const { keyId, write } = foundation.keys.makeRunKey({ runId: run, subjectId: subject });
        await writeTogether(database.direct, { writes: [write] });
        return foundation.keys.sealJson(keyId, messageTo(subject), { place: actionPlace(id) });
      }),
    );
    await owner.query(
      'UPDATE approval SET action_sealed = sealed.bytes FROM unnest($1::text[], $2::bytea[]) AS sealed(id, bytes) WHERE approval.id = sealed.id',
      [tasks.map(({ id }) => id), sealed.map((bytes) => Buffer.from(bytes))],
    );
  }
}

function messageTo(subject: string) {
  const text = `Your order is on its way.\n\n${'It left our warehouse and will be with you within the week. '.repeat(8)}`;
  return {
    kind: 'sendEmail',
    to: `${subject}@mail.example`,
    subject: 'Your order',
    text,
    references: [newId('message')],
  };
}
