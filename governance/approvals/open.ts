import type { ReasonCode } from '#contracts/approval.ts';
import type { AttachmentSource } from '#contracts/attachment.ts';
import { AppError } from '#contracts/errors.ts';
import type { Evidence } from '#contracts/evidence.ts';
import { newId } from '#contracts/ids.ts';
import type { TaskAction } from '#contracts/owning.ts';
import { stepKey } from '#contracts/step.ts';
import type { StepCall } from '#contracts/step-call.ts';
import { keepAttachments } from '#governance/attachments/keep-attachments.ts';
import { type MadeAttachment, makeAttachments } from '#governance/attachments/make-attachments.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { TaskToTell } from '#governance/outbox/notices.ts';
import { actionPlace, evidencePlace } from '#governance/runs/places.ts';
import { checkStanding } from '#governance/runs/standing.ts';
import type { Seals } from '#governance/seals/index.ts';
import { digestOf } from '#platform/canonical/digest.ts';
import type { Transaction } from '#platform/database/client.ts';
import { type ApprovalRow, findApprovalOfStep, insertApproval, type NewApproval } from '#store/approvals.ts';
import { findRun, type RunRow, runStands } from '#store/runs.ts';
import { type Write, writeTogether } from '#store/write-together.ts';
import { approvalDigest } from './digest.ts';
import { deadlineOf, dueInMs } from './due-in.ts';
import { createPlanTask, type PlannedTask, type TaskToPlan } from './plan-task.ts';
import { askedIn, wordsOf } from './terms.ts';
import { reasonToAsk } from './unfounded-in-draft.ts';

export interface ApprovalOrder extends TaskToPlan {
  step: StepCall;
  reason: ReasonCode;
  action: TaskAction;
  /** Files that are made now and leave with the message. */
  attach?: readonly AttachmentSource[];
  evidence: Evidence;
  /** Fields of the action the approver may change. */
  editable: readonly string[];
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

/** Puts a task before the people of a role: what exactly will be done, why they are asked, until when. */
export function createOpenApproval(parts: OpenApprovalParts): OpenApproval {
  const plan = createPlanTask();
  return async (tx, order) => {
    const { step, whileStanding } = order;
    const run = await findRun(tx, step.run.id);
    if (!run) throw new Error(`approval for ${step.run.id}: the run row is missing`);
    const made = makeAttachments(order.attach ?? [], { enquiry: order.evidence.enquiry, receivedAt: run.createdAt });
    const action = withFiles(order.action, made);
    const task = await seal(parts.seals, { ...order, action }, { run, plan: await plan(tx, run, order) });
    const notice = await parts.notice({ ...task, votes: 0, editors: [], voters: [] });
    const isOpened = await writeTogether(tx, {
      ...(whileStanding ? { condition: runStands(step.run, { cancelled: false }) } : {}),
      claim: insertApproval(task),
      writes: [
        await parts.ledger.entries(entryOf(task)),
        ...(await keepAttachments(parts.seals, run.id, made)),
        ...(notice ? [notice] : []),
      ],
    });
    return isOpened ? requested({ ...task, state: 'open' }) : findEarlier(tx, order);
  };
}

/** A message with what is attached to it; one that is held for a person has its files already. */
function withFiles(action: TaskAction, made: readonly MadeAttachment[]): TaskAction {
  if (made.length === 0 || action.kind !== 'sendEmail') return action;
  return { ...action, attachments: made.map(({ attachment }) => attachment) };
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

function requested(row: Pick<ApprovalRow, 'id' | 'state' | 'dueAt' | 'expiresAt'>): RequestedApproval {
  return { approvalId: row.id, dueInMs: dueInMs(row) };
}

function entryOf({ id, runId, process, point, role, audience, digest, reasonCode, ...task }: NewApproval) {
  const times = { due: task.dueAt.toISOString(), expires: deadlineOf(task).toISOString() };
  const { unfounded } = task.terms;
  const marked = unfounded ? { unfounded } : {};
  const body = { approval: id, point, role, asks: audience, digest, reason: reasonCode, ...marked, ...times };
  return { kind: 'approval-opened', runId, actor: `process:${process}`, body } as const;
}

async function seal(
  seals: Seals,
  order: ApprovalOrder,
  { run, plan }: { run: RunRow; plan: PlannedTask },
): Promise<NewApproval> {
  const { step, action, evidence, point, role } = order;
  const { terms, ...times } = plan;
  const id = newId('approval');
  const evidenceDigest = digestOf(evidence);
  const task = { runId: run.id, process: run.process, point, role, startedBy: run.startedBy, terms };
  return {
    id,
    ...task,
    stepKey: stepKey(step.address),
    team: order.team,
    audience: wordsOf(askedIn(terms, { stage: 0, nextStep: 0 })),
    reasonCode: reasonToAsk(order.reason, terms),
    digest: approvalDigest({ action, evidenceDigest, task }),
    actionSealed: await seals.seal(step.run.id, action, actionPlace(id)),
    evidenceSealed: await seals.seal(step.run.id, evidence, evidencePlace(id)),
    evidenceDigest,
    editable: [...order.editable],
    ...times,
  };
}
