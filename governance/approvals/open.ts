import type { ReasonCode } from '#contracts/approval.ts';
import { AppError } from '#contracts/errors.ts';
import type { Evidence } from '#contracts/evidence.ts';
import { newId } from '#contracts/ids.ts';
import type { OutgoingMessage } from '#contracts/message.ts';
import { stepKey } from '#contracts/step.ts';
import type { StepCall } from '#contracts/step-call.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import { createPinnedSnapshots } from '#governance/runs/pinned-snapshots.ts';
import { actionPlace, evidencePlace } from '#governance/runs/places.ts';
import type { Seals } from '#governance/seals/index.ts';
import { digestOf } from '#platform/canonical/digest.ts';
import type { Transaction } from '#platform/database/client.ts';
import { type ApprovalRow, ensureApproval } from '#store/approvals.ts';
import { findRun, type RunRow } from '#store/runs.ts';
import { approvalDigest } from './digest.ts';

export interface ApprovalOrder {
  step: StepCall;
  point: string;
  team: string;
  role: string;
  reason: ReasonCode;
  action: OutgoingMessage;
  evidence: Evidence;
  /** Fields of the action the approver may change. */
  editable: readonly string[];
  reviewMs: number;
}

export interface OpenApprovalParts {
  seals: Seals;
  ledger: Ledger;
  /** Tells whoever is asked, in the same transaction. */
  notify(tx: Transaction, row: ApprovalRow): Promise<void>;
}

/** Whose word a task needs is the registry's to say, not the workflow's. */
function createRouteCheck() {
  const snapshotOf = createPinnedSnapshots();
  return async (tx: Transaction, run: RunRow, { team, role }: ApprovalOrder): Promise<void> => {
    const { routing } = await snapshotOf(tx, run.snapshotHash);
    if (Object.values(routing).some((route) => route.team === team && route.role === role)) return;
    throw new AppError('forbidden', `The registry pinned for run ${run.id} lets no ${role} of ${team} decide in it`);
  };
}

/** Puts a task before the people of a role: what exactly will be done, why they are asked, until when. */
export function createOpenApprovalWithin(parts: OpenApprovalParts) {
  const checkRoute = createRouteCheck();
  return async (tx: Transaction, order: ApprovalOrder): Promise<ApprovalRow> => {
    const { step, reason } = order;
    const run = await findRun(tx, step.run.id);
    if (!run) throw new Error(`approval for ${step.run.id}: the run row is missing`);
    await checkRoute(tx, run, order);
    const { row, created } = await ensureApproval(tx, await seal(parts.seals, order, run));
    if (!created) return row;
    await parts.ledger.append(tx, {
      kind: 'approval-opened',
      runId: run.id,
      actor: `process:${run.process}`,
      body: {
        approval: row.id,
        point: row.point,
        role: row.role,
        digest: row.digest,
        reason,
        due: row.dueAt.toISOString(),
      },
    });
    await parts.notify(tx, row);
    return row;
  };
}

async function seal(seals: Seals, order: ApprovalOrder, run: RunRow) {
  const { step, action, evidence, point, role } = order;
  const id = newId('approval');
  const evidenceDigest = digestOf(evidence);
  const task = { runId: run.id, process: run.process, point, role, startedBy: run.startedBy };
  return {
    id,
    ...task,
    stepKey: stepKey(step.address),
    team: order.team,
    reasonCode: order.reason,
    digest: approvalDigest({ action, evidenceDigest, task }),
    actionSealed: await seals.seal(step.run.id, action, actionPlace(id)),
    evidenceSealed: await seals.seal(step.run.id, evidence, evidencePlace(id)),
    evidenceDigest,
    editable: [...order.editable],
    dueAt: new Date(Date.now() + order.reviewMs),
  };
}
