import type { Attention } from '#contracts/http/run.ts';
import type { RunOutcome } from '#contracts/run.ts';
import { Prisma } from '#prisma/client/client.ts';

/** Ends that nobody chose. */
const failures: readonly RunOutcome[] = ['failed', 'blocked', 'timed-out', 'never-started'];
/** Ends that a process came to by itself, which an order that came too late takes nothing from. */
const goodEnds: readonly RunOutcome[] = [
  'answered',
  'answered-edited',
  'clarified',
  'taken-over',
  'rejected',
  'expired',
  'spam',
];

/** What each kind of attention asks of a row called `run`. */
export const attentionNeeds: Readonly<Record<Attention, Prisma.Sql>> = {
  unconfirmed: Prisma.sql`EXISTS (
    SELECT 1 FROM outbox_message m WHERE m.run_id = run.id AND m.state = 'unconfirmed')`,
  undeliverable: Prisma.sql`(run.outcome = 'undeliverable' OR EXISTS (
    SELECT 1 FROM dispatch d WHERE d.run_id = run.id AND d.state = 'undeliverable'
      AND d.sequence >= coalesce((
        SELECT max(s.sequence) FROM dispatch s WHERE s.run_id = run.id AND s.kind IN ('start', 'retry')), 0)
      AND (run.status <> 'closed'
        OR (d.sequence = run.dispatch_counter AND run.outcome NOT IN (${Prisma.join(goodEnds)})))))`,
  overdue: Prisma.sql`EXISTS (
    SELECT 1 FROM approval a WHERE a.run_id = run.id AND a.state = 'open' AND a.due_at < now())`,
  stuck: Prisma.sql`(run.stuck_since IS NOT NULL AND run.status <> 'closed')`,
  failed: Prisma.sql`run.outcome IN (${Prisma.join(failures)})`,
};
