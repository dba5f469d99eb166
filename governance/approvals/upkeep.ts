import type { LedgerRecord } from '#contracts/ledger.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Occasion, TaskToTell } from '#governance/outbox/notices.ts';
import type { Database } from '#platform/database/client.ts';
import type { Log } from '#platform/log/index.ts';
import { reasonOf } from '#platform/log/reason-of.ts';
import { claimTasksDue, moveTaskOn } from '#store/approval-upkeep.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import { runIsOpen } from '#store/runs.ts';
import { type Write, writeTogether } from '#store/write-together.ts';
import { type DueStep, dueStep } from './chain.ts';
import { termsOf, wordsOf } from './terms.ts';

export interface UpkeepParts {
  database: Database;
  ledger: Ledger;
  notice(task: TaskToTell, occasion: Occasion): Promise<Write | undefined>;
  log: Log;
  leaseMs?: number;
}

const batch = 50;

/** Reminds and escalates where tasks wait for too long, each step once. Answers whether more may be due. */
export function createUpkeep(parts: UpkeepParts): () => Promise<boolean> {
  const { database, ledger, log, leaseMs = 30_000 } = parts;
  return async () => {
    const rows = await claimTasksDue(database.direct, { now: new Date(), limit: batch, leaseMs });
    for (const row of rows) await catchUp(row).catch((error: unknown) => giveUp(row, error));
    return rows.length === batch;
  };

  /** All that is due of one task, in its order; whoever is overtaken leaves the rest to the other. */
  async function catchUp(row: ApprovalRow): Promise<void> {
    const terms = termsOf(row);
    let stands: ApprovalRow | undefined = row;
    while (stands) {
      const step = dueStep(terms, stands.nextStep, new Date());
      if (!step) return;
      stands = await take(stands, step);
    }
  }

  async function take(row: ApprovalRow, step: DueStep): Promise<ApprovalRow | undefined> {
    const words = step.kind === 'escalate' ? wordsOf(step.ask) : [];
    const told = await parts.notice(
      { ...row, terms: termsOf(row), audience: step.kind === 'escalate' ? words : row.audience },
      { kind: step.kind, step: step.after.nextStep },
    );
    const isWritten = await writeTogether(database.direct, {
      condition: runIsOpen(row.runId),
      claim: moveTaskOn(row, { ...step.after, words, isEscalation: step.kind === 'escalate', at: new Date() }),
      writes: [await ledger.entries(entryOf(row, step)), ...(told ? [told] : [])],
    });
    return isWritten ? { ...row, ...step.after, audience: [...new Set([...row.audience, ...words])] } : undefined;
  }

  function giveUp({ id, runId }: ApprovalRow, error: unknown): void {
    log.warn({ event: 'upkeep-failed', approval: id, run: runId, reason: reasonOf(error) });
  }
}

function entryOf({ id, runId }: ApprovalRow, step: DueStep): LedgerRecord {
  const shared = { runId, actor: 'upkeep' };
  const body = { approval: id, step: step.after.nextStep };
  return step.kind === 'remind'
    ? { ...shared, kind: 'approval-reminded', body }
    : { ...shared, kind: 'approval-escalated', body: { ...body, asks: wordsOf(step.ask) } };
}
