import { AppError, isAppError } from '#contracts/errors.ts';
import type { PolicyPort } from '#contracts/policy.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Database } from '#platform/database/client.ts';
import { type ApprovalRow, type DecisionColumns, decideApproval, findApproval } from '#store/approvals.ts';
import { countDispatch, insertDispatch, nextDispatch } from '#store/new-dispatch.ts';
import { findRun, type RunRow } from '#store/runs.ts';
import { writeTogether } from '#store/write-together.ts';
import type { DecideOrder } from './decide-order.ts';
import { decidedAs } from './decided-as.ts';
import type { createDecisionColumns } from './decision-columns.ts';

export interface DecideParts {
  database: Database;
  ledger: Ledger;
  policy: PolicyPort;
  decisionColumns: ReturnType<typeof createDecisionColumns>;
}

/** Takes a person's decision: right, time and digest are checked, and the first valid one wins. */
export function createDecide(parts: DecideParts) {
  const { direct } = parts.database;

  return async (order: DecideOrder): Promise<ApprovalRow> => {
    try {
      return await decide(order);
    } catch (error) {
      if (isAppError(error) && error.code !== 'not-found') await recordRefusal(order, error);
      throw error;
    }
  };

  async function decide(order: DecideOrder): Promise<ApprovalRow> {
    const { approvalId, request } = order;
    const row = await findApproval(direct, approvalId);
    if (!row) throw new AppError('not-found', `There is no task ${approvalId}`);
    checkRight(row, order);
    const columns = await parts.decisionColumns(row, order);
    if (row.state !== 'open') return repeatOrRefuse(row, columns);
    const isDecided = request.digest === row.digest && (await writeDecision(row, columns, order));
    return isDecided ? { ...row, ...columns } : explain(row, columns, order);
  }

  /**
   * The run's row is locked first, and with the lock that queueing the signal needs: two decisions that shared it
   * first would wait for each other. Whoever waited for it sees the run as it stands then, cancelled, closed or with
   * another order counted, and so the order's place too comes from that row. The task was read before the wait; its
   * update finds it changed, and asks again whether it is open. So a decision, a cancel and a close of the same run
   * come one after the other, and so do a decision and the deadline, which closes the task without the run's lock.
   */
  async function writeDecision(row: ApprovalRow, columns: DecisionColumns, { by, request }: DecideOrder) {
    const entry = await parts.ledger.entries({
      kind: 'decision-made',
      runId: row.runId,
      actor: by.id,
      body: {
        approval: row.id,
        decision: request.decision,
        digest: columns.decidedDigest,
        shownDigest: row.digest,
        signatureKey: columns.signatureKeyId,
      },
    });
    return writeTogether(direct, {
      condition: nextDispatch(row.runId, { standing: true }),
      claim: decideApproval(row.id, columns),
      writes: [entry, countDispatch(), insertDispatch({ kind: 'signal', payload: { approvalId: row.id } })],
    });
  }

  /** Why a decision was not written; one that came too late may still repeat the one that stands. */
  async function explain(row: ApprovalRow, columns: DecisionColumns, { request }: DecideOrder): Promise<ApprovalRow> {
    checkTime(row, { run: await findRun(direct, row.runId), now: columns.decidedAt });
    if (request.digest !== row.digest) {
      throw new AppError('digest-mismatch', 'What you decided on is not what the task holds: load it again', {
        facts: { digest: row.digest },
      });
    }
    return repeatOrRefuse((await findApproval(direct, row.id)) ?? row, columns);
  }

  function checkRight(row: ApprovalRow, { by, request }: DecideOrder): void {
    const verdict = parts.policy.decide({
      action: 'approve',
      principal: { kind: 'person', person: by },
      resource: { approval: row.id, process: row.process, point: row.point, role: row.role, startedBy: row.startedBy },
      context: { decision: request.decision },
    });
    if (verdict.allowed) return;
    const why =
      row.startedBy === by.id
        ? 'you started this run, and nobody decides on their own run'
        : `this task waits for the role ${row.role}`;
    throw new AppError('forbidden', `${by.id} may not decide here: ${why}`, { facts: { waitsFor: row.role } });
  }

  async function recordRefusal({ approvalId, by, request }: DecideOrder, error: AppError): Promise<void> {
    await parts.database.transaction(async (tx) => {
      const row = await findApproval(tx, approvalId);
      const body = { approval: approvalId, decision: request.decision, code: error.code };
      await parts.ledger.append(tx, {
        kind: 'decision-refused',
        ...(row ? { runId: row.runId } : {}),
        actor: by.id,
        body,
      });
    });
  }
}

function checkTime(row: ApprovalRow, { run, now }: { run: RunRow | null; now: Date }): void {
  if (run?.cancelRequestedAt || run?.status === 'closed') {
    throw new AppError('approval-withdrawn', 'The run was ended; there is nothing to decide any more');
  }
  if (row.dueAt <= now)
    throw new AppError('approval-expired', `The time to decide ended at ${row.dueAt.toISOString()}`);
}

/** The same choice by the same person again is answered with the first outcome; anything else comes too late. */
function repeatOrRefuse(row: ApprovalRow, again: DecisionColumns): ApprovalRow {
  if (isSameChoice(row, again)) return row;
  if (row.state === 'expired')
    throw new AppError('approval-expired', `The time to decide ended at ${row.dueAt.toISOString()}`);
  if (row.state === 'void')
    throw new AppError(
      'approval-withdrawn',
      'The decision found here does not hold; the task was put before people anew',
    );
  if (row.state === 'withdrawn') throw new AppError('approval-withdrawn', 'The task was withdrawn with its run');
  throw new AppError(
    'already-decided',
    `${row.decidedBy} ${decidedAs(row.state)} this at ${row.decidedAt?.toISOString()}`,
    {
      facts: { state: row.state, decidedBy: row.decidedBy ?? '', decidedAt: row.decidedAt?.toISOString() ?? '' },
    },
  );
}

function isSameChoice(row: ApprovalRow, again: DecisionColumns): boolean {
  return (
    row.decidedBy === again.decidedBy && row.decision === again.decision && row.decidedDigest === again.decidedDigest
  );
}
