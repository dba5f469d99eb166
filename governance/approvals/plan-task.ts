import { ApprovalFacts, type ApprovalTerms, type FactSources } from '#contracts/approval-terms.ts';
import { AppError } from '#contracts/errors.ts';
import type { Evidence } from '#contracts/evidence.ts';
import type { TaskAction } from '#contracts/owning.ts';
import type { ApprovalPoint } from '#contracts/snapshot.ts';
import type { DraftToCheck } from '#governance/grounding/claims-of-draft.ts';
import { createPinnedSnapshots } from '#governance/runs/pinned-snapshots.ts';
import type { Transaction } from '#platform/database/client.ts';
import { findApproval, type NewApproval } from '#store/approvals.ts';
import { listHandersIn } from '#store/questions.ts';
import type { RunRow } from '#store/runs.ts';
import { placeAt } from './chain.ts';
import { formAt } from './form-at.ts';
import { rankOf } from './priority.ts';
import { plainPoint, termsAt } from './terms.ts';
import { timesOf } from './times.ts';
import { unfoundedInDraft } from './unfounded-in-draft.ts';

export interface TaskToPlan {
  point: string;
  team: string;
  role: string;
  facts?: ApprovalFacts;
  action: TaskAction;
  evidence: Evidence;
  /** The records that the facts come from. */
  sources?: FactSources;
  /** The task at this point that nobody decided in time, where people are asked anew for that. */
  follows?: string;
  /** Tasks whose deciders agreed already: somebody else is to decide here. */
  besides?: readonly string[];
  /** How long it waits where the registry does not say. */
  reviewMs: number;
}

export type PlannedTask = Pick<NewApproval, 'openedAt' | 'dueAt' | 'expiresAt' | 'nextAt' | 'priority'> & {
  terms: ApprovalTerms;
};

/** Whose word a task needs, until when, and what is done meanwhile is the registry's to say, not the workflow's. */
export function createPlanTask() {
  const snapshotOf = createPinnedSnapshots();
  return async (tx: Transaction, run: RunRow, task: TaskToPlan): Promise<PlannedTask> => {
    const snapshot = await snapshotOf(tx, run.snapshotHash);
    const { approvals, routing, calendars } = snapshot;
    const { facts = {}, sources, reviewMs, role, team } = task;
    if (!Object.values(routing).some((route) => route.team === team && route.role === role))
      throw new AppError('forbidden', `The registry pinned for run ${run.id} lets no ${role} of ${team} decide in it`);
    const point = await pointOf(tx, run, { task, pinned: approvals[task.point] ?? plainPoint });
    const openedAt = new Date();
    const calendar = point.calendar === undefined ? undefined : calendars[point.calendar];
    const { chain, ...times } = timesOf(point, { openedAt, reviewMs, calendar });
    const { nextAt } = placeAt({ chain }, 0);
    const barred = [...(await handersIn(tx, run, task)), ...(await decidersOf(tx, run, task))];
    const unfounded = unfoundedIn(task, { snapshot, writtenAt: openedAt });
    return {
      openedAt,
      ...times,
      nextAt,
      priority: rankOf(point.priority),
      terms: {
        ...termsAt(point, { role, ...ownerOf(task), facts: ApprovalFacts.parse(facts), chain, barred }),
        ...(sources ? { sources } : {}),
        ...(unfounded ? { unfounded } : {}),
        ...formOf({ process: run.process, point: task.point }, point),
      },
    };
  };
}

/** Where nothing is sent, nothing can be unfounded. */
function unfoundedIn({ action, evidence }: TaskToPlan, at: Pick<DraftToCheck, 'snapshot' | 'writtenAt'>) {
  return action.kind === 'sendEmail' ? unfoundedInDraft({ message: action, evidence, ...at }) : undefined;
}

function ownerOf({ action }: TaskToPlan): { owner?: string } {
  return action.kind === 'ownEnquiry' ? { owner: action.owner } : {};
}

async function handersIn(tx: Transaction, { id }: RunRow, { evidence }: TaskToPlan): Promise<string[]> {
  return evidence.exchanges === undefined ? [] : listHandersIn(tx, id);
}

async function decidersOf(tx: Transaction, { id }: RunRow, { besides = [] }: TaskToPlan): Promise<string[]> {
  const rows = await Promise.all(besides.map((approval) => findApproval(tx, approval)));
  const decided = rows.flatMap((row) => (row?.runId === id ? [row.decidedBy, ...row.decidedWith] : []));
  return [...new Set(decided.filter((person) => person !== null))];
}

function formOf(place: Parameters<typeof formAt>[0], point: ApprovalPoint): Pick<ApprovalTerms, 'form'> {
  const form = formAt(place, point);
  return form ? { form } : {};
}

interface Pinned {
  task: TaskToPlan;
  pinned: ApprovalPoint;
}

/** Asked anew, every stage asks the people of the last escalation. */
async function pointOf(tx: Transaction, run: RunRow, { task, pinned }: Pinned): Promise<ApprovalPoint> {
  if (task.follows === undefined) return pinned;
  const last = pinned.escalate.at(-1);
  const before = await findApproval(tx, task.follows);
  const isExpired = before?.runId === run.id && before.point === task.point && before.state === 'expired';
  if (!last || pinned.onExpiry !== 'ask-again' || !isExpired)
    throw new AppError('forbidden', `Nobody is asked anew after the task ${task.follows}: it did not end for that`);
  return { ...pinned, stages: pinned.stages.map((stage) => ({ ...stage, ask: last.ask })) };
}
