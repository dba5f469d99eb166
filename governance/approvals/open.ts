import type { ReasonCode } from '#contracts/approval.ts';
import type { ApprovalFacts, ApprovalTerms } from '#contracts/approval-terms.ts';
import { AppError } from '#contracts/errors.ts';
import type { Evidence } from '#contracts/evidence.ts';
import { newId } from '#contracts/ids.ts';
import type { OutgoingMessage } from '#contracts/message.ts';
import { stepKey } from '#contracts/step.ts';
import type { StepCall } from '#contracts/step-call.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { TaskToTell } from '#governance/outbox/notices.ts';
import { createPinnedSnapshots } from '#governance/runs/pinned-snapshots.ts';
import { actionPlace, evidencePlace } from '#governance/runs/places.ts';
import { checkStanding } from '#governance/runs/standing.ts';
import type { Seals } from '#governance/seals/index.ts';
import { digestOf } from '#platform/canonical/digest.ts';
import type { Transaction } from '#platform/database/client.ts';
import { type ApprovalRow, findApprovalOfStep, insertApproval, type NewApproval } from '#store/approvals.ts';
import { findRun, type RunRow, runStands } from '#store/runs.ts';
import { type Write, writeTogether } from '#store/write-together.ts';
import { approvalDigest } from './digest.ts';
import { dueInMs } from './due-in.ts';
import { stageAt } from './progress.ts';
import { termsAt, wordsOf } from './terms.ts';

export interface ApprovalOrder {
  step: StepCall;
  point: string;
  team: string;
  role: string;
  reason: ReasonCode;
  action: OutgoingMessage;
  evidence: Evidence;
  /** What policies may weigh. */
  facts?: ApprovalFacts;
  /** Fields of the action the approver may change. */
  editable: readonly string[];
  reviewMs: number;
  /** Not where the run was cancelled or has ended; a doubt about what has happened is asked about all the same. */
  whileStanding: boolean;
}

export interface RequestedApproval {
  approvalId: string;
  /** How long it still waits, in milliseconds; 0 where an earlier execution of the run got its decision. */
  dueInMs: number;
}

export interface OpenApprovalParts {
  seals: Seals;
  ledger: Ledger;
  /** Tells whoever is asked, with the same statement. */
  notice(task: TaskToTell): Promise<Write | undefined>;
}

export type OpenApproval = (tx: Transaction, order: ApprovalOrder) => Promise<RequestedApproval>;

/** Whose word a task needs is the registry's to say, not the workflow's. */
function createTermsOf() {
  const snapshotOf = createPinnedSnapshots();
  return async (tx: Transaction, run: RunRow, { team, role, point, facts }: ApprovalOrder): Promise<ApprovalTerms> => {
    const { approvals, routing } = await snapshotOf(tx, run.snapshotHash);
    if (Object.values(routing).some((route) => route.team === team && route.role === role))
      return termsAt(approvals[point], { role, facts: facts ?? {} });
    throw new AppError('forbidden', `The registry pinned for run ${run.id} lets no ${role} of ${team} decide in it`);
  };
}

/** Puts a task before the people of a role: what exactly will be done, why they are asked, until when. */
export function createOpenApproval(parts: OpenApprovalParts): OpenApproval {
  const termsFor = createTermsOf();
  return async (tx, order) => {
    const { step, whileStanding } = order;
    const run = await findRun(tx, step.run.id);
    if (!run) throw new Error(`approval for ${step.run.id}: the run row is missing`);
    const task = await seal(parts.seals, order, { run, terms: await termsFor(tx, run, order) });
    const notice = await parts.notice({ ...task, votes: 0, editors: [], voters: [] });
    const isOpened = await writeTogether(tx, {
      ...(whileStanding ? { condition: runStands(step.run, { cancelled: false }) } : {}),
      claim: insertApproval(task),
      writes: [await parts.ledger.entries(entryOf(task)), ...(notice ? [notice] : [])],
    });
    return isOpened ? requested({ ...task, state: 'open' }) : findEarlier(tx, order);
  };
}

/** Asked twice for one step, the first task stands. */
async function findEarlier(tx: Transaction, { step, whileStanding }: ApprovalOrder): Promise<RequestedApproval> {
  if (whileStanding) await refuseFallen(tx, step.run);
  const row = await findApprovalOfStep(tx, stepKey(step.address));
  if (row) return requested(row);
  throw new Error(
    `The task of ${stepKey(step.address)} was not opened, and nothing stood against it: it is tried again`,
  );
}

async function refuseFallen(tx: Transaction, reference: StepCall['run']): Promise<void> {
  const run = await checkStanding(tx, reference);
  if (run.kind !== 'stands') throw new AppError('run-cancelled', `Nobody is asked any more: ${run.why}`);
}

function requested({ id, state, dueAt }: Pick<ApprovalRow, 'id' | 'state' | 'dueAt'>): RequestedApproval {
  return { approvalId: id, dueInMs: dueInMs({ state, dueAt }) };
}

function entryOf({ id, runId, process, point, role, audience, digest, reasonCode, dueAt }: NewApproval) {
  const body = { approval: id, point, role, asks: audience, digest, reason: reasonCode, due: dueAt.toISOString() };
  return { kind: 'approval-opened', runId, actor: `process:${process}`, body } as const;
}

async function seal(
  seals: Seals,
  order: ApprovalOrder,
  { run, terms }: { run: RunRow; terms: ApprovalTerms },
): Promise<NewApproval> {
  const { step, action, evidence, point, role } = order;
  const openedAt = new Date();
  const id = newId('approval');
  const evidenceDigest = digestOf(evidence);
  const task = { runId: run.id, process: run.process, point, role, startedBy: run.startedBy, terms };
  return {
    id,
    ...task,
    stepKey: stepKey(step.address),
    team: order.team,
    audience: wordsOf(stageAt(terms, 0).ask),
    reasonCode: order.reason,
    digest: approvalDigest({ action, evidenceDigest, task }),
    actionSealed: await seals.seal(step.run.id, action, actionPlace(id)),
    evidenceSealed: await seals.seal(step.run.id, evidence, evidencePlace(id)),
    evidenceDigest,
    editable: [...order.editable],
    openedAt,
    dueAt: new Date(openedAt.getTime() + order.reviewMs),
  };
}
