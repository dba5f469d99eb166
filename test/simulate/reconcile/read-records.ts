import { type LedgerEntry, readWorld, type Task, type World } from '#test/prove/read-world.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import type { Delivery } from '../play/postman.ts';
import type { LedgerRecord, Records, TaskRecord } from './records.ts';

/** Reads every place once all is quiet. */
export async function readRecords(stack: Stack, deliveries: readonly Delivery[]): Promise<Records> {
  const { direct } = stack.database;
  const world = await readWorld(stack);
  return {
    mails: deliveries.map(({ mail: { number, messageId }, runs }) => ({ number, messageId, runs })),
    inbound: await direct.inboundMail.findMany(),
    ...world,
    tasks: world.tasks.map(taskRecord),
    ledger: world.ledger.map(ledgerRecord),
    arrived: world.replies.map(arrivedMessage),
    payments: await direct.payment.findMany(),
    refunds: await direct.refund.findMany({ orderBy: { at: 'asc' } }),
    people: peopleOf(stack),
  };
}

function taskRecord({ row, decision }: Task): TaskRecord {
  const { id, runId, stepKey, point, state, audience, startedBy } = row;
  const decided = 'action' in decision ? decision.action : undefined;
  return { id, runId, stepKey, point, state, audience, startedBy, approved: decision.kind === 'approved', decided };
}

function ledgerRecord({ kind, runId, body: { effect, step, digest } }: LedgerEntry): LedgerRecord {
  return { kind, runId, effect, step, digest };
}

function arrivedMessage({ to, subject, text, messageId, headers }: World['replies'][number]) {
  return { to: to.join(), subject, text, messageId, run: headers['x-baton-run'] ?? 'unknown' };
}

function peopleOf({ foundation }: Stack): Records['people'] {
  return foundation.registry.people().map(({ id, roles, teams }) => ({
    id,
    names: [`person:${id}`, ...roles.map((role) => `role:${role}`), ...teams.map((team) => `team:${team}`)],
  }));
}
