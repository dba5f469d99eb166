import { Attention } from '#contracts/http/run.ts';
import type { RunOutcome } from '#contracts/run.ts';
import { query, type Transaction } from '#platform/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';

/** Ends that nobody chose. An index is kept of runs that came to one of them: it names the same ends. */
const failures: readonly RunOutcome[] = ['failed', 'blocked', 'timed-out', 'never-started'];
/** Ends that a process came to by itself, which an order that came too late takes nothing from. */
const goodEnds: readonly RunOutcome[] = [
  'answered',
  'answered-edited',
  'clarified',
  'taken-over',
  'seen-to',
  'unanswered',
  'rejected',
  'expired',
  'spam',
];

/** As text of the statement and not as values: only then does PostgreSQL see that an index of such rows serves. */
function literals(words: readonly string[]): Prisma.Sql {
  return Prisma.raw(words.map((word) => `'${word}'`).join(', '));
}

/** What each kind of attention asks of a row called `run`: few runs need any, and they are found from what says so. */
export const attentionNeeds: Readonly<Record<Attention, Prisma.Sql>> = {
  unconfirmed: Prisma.sql`run.id IN (SELECT m.run_id FROM outbox_message m WHERE m.state = 'unconfirmed')`,
  undeliverable: Prisma.sql`(run.outcome = 'undeliverable' OR run.id = ANY (ARRAY(
    SELECT lost.id FROM dispatch d JOIN run lost ON lost.id = d.run_id
    WHERE d.state = 'undeliverable'
      AND d.sequence >= coalesce((
        SELECT max(s.sequence) FROM dispatch s WHERE s.run_id = lost.id AND s.kind IN ('start', 'retry')), 0)
      AND (lost.status <> 'closed'
        OR (d.sequence = lost.dispatch_counter AND lost.outcome NOT IN (${literals(goodEnds)}))))))`,
  overdue: Prisma.sql`run.id IN (SELECT a.run_id FROM approval a WHERE a.state = 'open' AND a.due_at < now())`,
  stuck: Prisma.sql`(run.stuck_since IS NOT NULL AND run.status <> 'closed')`,
  paused: Prisma.sql`(run.status <> 'closed' AND run.id IN (
    SELECT p.run_id FROM pause p WHERE p.run_id = run.id AND p.execution = run.execution))`,
  failed: Prisma.sql`run.outcome IN (${literals(failures)})`,
};

export interface AttentionRow {
  attention: Attention;
  id: string;
  process: string;
  startedBy: string;
}

/** Runs that need attention, so many of each kind at most. */
export function listAttention(tx: Transaction, limit: number): Promise<AttentionRow[]> {
  const ofEach = Attention.options.map(
    (kind) => Prisma.sql`(SELECT ${kind} AS attention, run.id, run.process, run.started_by AS "startedBy"
      FROM run WHERE ${attentionNeeds[kind]} LIMIT ${limit}::int)`,
  );
  return query(tx, Prisma.join(ofEach, ' UNION ALL '));
}
