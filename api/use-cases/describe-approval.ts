import { ApprovalState } from '#contracts/approval.ts';
import { DecisionFields } from '#contracts/approval-form.ts';
import type { ApprovalItem, DecisionMade } from '#contracts/http/approval.ts';
import { TaskAction } from '#contracts/owning.ts';
import { deadlineOf } from '#governance/approvals/due-in.ts';
import { notAsOpened } from '#governance/approvals/not-as-opened.ts';
import { priorityAt } from '#governance/approvals/priority.ts';
import { stageAt } from '#governance/approvals/progress.ts';
import { termsOf } from '#governance/approvals/terms.ts';
import { actionPlace, fieldsPlace } from '#governance/runs/places.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { ApprovalListRow } from '#store/approval-list.ts';
import type { ApprovalRow } from '#store/approvals.ts';

export const erased = { kind: 'erased' } as const;

export async function openAction(seals: Seals, sealed: Uint8Array, place: string): Promise<ApprovalItem['action']> {
  const opened = await seals.open(sealed, place);
  return opened.kind === 'tombstone' ? erased : TaskAction.parse(opened.value);
}

/** What was filled in with a decision or a vote. */
export async function openFields(
  seals: Seals,
  { id, fieldsSealed }: Pick<ApprovalRow, 'id' | 'fieldsSealed'>,
): Promise<DecisionMade['fields']> {
  if (fieldsSealed === null) return null;
  const opened = await seals.open(fieldsSealed, fieldsPlace(id));
  return opened.kind === 'tombstone' ? erased : DecisionFields.parse(opened.value);
}

/** A task as lists show it: what will be done, who is asked, until when. */
export async function describeApproval(seals: Seals, row: ApprovalListRow): Promise<ApprovalItem> {
  return {
    id: row.id,
    run: { id: row.runId, process: row.process },
    point: row.point,
    waitsFor: waitsFor(row),
    claim: claimOf(row),
    priority: priorityAt(row.priority),
    due: row.dueAt.toISOString(),
    expires: deadlineOf(row).toISOString(),
    digest: row.digest,
    reason: row.reasonCode,
    state: stateOf(row),
    action: await openAction(seals, row.actionSealed, actionPlace(row.id)),
  };
}

function stateOf(row: ApprovalListRow): ApprovalState {
  const state = ApprovalState.safeParse(row.state);
  if (state.success) return state.data;
  throw notAsOpened(row);
}

/** Who has an open task for themselves. */
function claimOf({ state, claimedBy, claimedAt }: ApprovalListRow): ApprovalItem['claim'] {
  return state === 'open' && claimedBy && claimedAt ? { by: claimedBy, since: claimedAt.toISOString() } : null;
}

/** Whom a task asks now, and how far it has come. */
export function waitsFor(row: ApprovalListRow): ApprovalItem['waitsFor'] {
  const terms = termsOf(row);
  const { name, quorum } = stageAt(terms, row.stage);
  return {
    role: row.role,
    team: row.team,
    asks: row.audience,
    stage: { name, number: row.stage + 1, of: terms.stages.length },
    agreed: row.voters,
    quorum,
  };
}
