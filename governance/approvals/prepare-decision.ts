import type { DecisionFields } from '#contracts/approval-form.ts';
import { AppError } from '#contracts/errors.ts';
import { isOwning, TaskAction } from '#contracts/owning.ts';
import type { Person } from '#contracts/person.ts';
import type { AskedParty } from '#contracts/question.ts';
import { actionPlace } from '#governance/runs/places.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import { createChangedAction, questionTo } from './changed-action.ts';
import { checkFields } from './check-fields.ts';
import type { DecideOrder } from './decide-order.ts';
import { approvalDigest } from './digest.ts';
import { notAsOpened } from './not-as-opened.ts';
import { takesDecision } from './takes-decision.ts';
import { termsOf } from './terms.ts';

export interface PreparedDecision {
  /** The text it is about, where it changes the one shown. */
  changed?: TaskAction;
  /** For an edit or a question that of the changed action, else that of the one shown. */
  digest: string;
  /** Whom it asks, where it is a question. */
  questionTo?: AskedParty;
  /** What the form of the task asks for. */
  fields?: DecisionFields;
}

/** Reads what a decision is about, and refuses one on a task that is not as it was opened. */
export function createPrepareDecision({ seals, person }: { seals: Seals; person(id: string): Person | undefined }) {
  const changedAction = createChangedAction(person);
  return async (row: ApprovalRow, { request, by }: DecideOrder): Promise<PreparedDecision> => {
    const action = TaskAction.parse(await seals.read(row.actionSealed, actionPlace(row.id)));
    checkTerms(row, action);
    if (request.decision === 'take-over') checkTakesOver(row);
    if (request.decision === 'reject') checkHandsOn(row, request);
    const changed = changedAction(row, { action, request, by });
    const fields = fieldsIn(row, request);
    if (!changed) return { digest: request.digest, ...fields };
    const digest = approvalDigest({ action: changed, evidenceDigest: row.evidenceDigest, task: row });
    const to = questionTo(request);
    return { changed, digest, ...fields, ...(to === undefined ? {} : { questionTo: to }) };
  };
}

/** Whoever comes too late is told that, whatever they filled in. */
function fieldsIn(row: ApprovalRow, request: DecideOrder['request']): Pick<PreparedDecision, 'fields'> {
  const fields = row.state === 'open' ? checkFields(termsOf(row), request) : request.fields;
  return fields === undefined ? {} : { fields };
}

function checkTerms(row: ApprovalRow, action: TaskAction): void {
  if (approvalDigest({ action, evidenceDigest: row.evidenceDigest, task: row }) === row.digest) return;
  throw notAsOpened(row);
}

/** Whoever is asked next reads why. */
function checkHandsOn({ point }: ApprovalRow, { comment = '' }: DecideOrder['request']): void {
  if (!isOwning(point) || comment.trim() !== '') return;
  const detail = 'say why you hand it on';
  throw new AppError('input-invalid', `The enquiry stays where it is: ${detail}`, {
    places: [{ pointer: '/comment', detail }],
  });
}

function checkTakesOver(row: ApprovalRow): void {
  if (takesDecision(row, 'take-over')) return;
  const detail = isOwning(row.point)
    ? 'approve takes it on or says that it is done, reject hands it on'
    : 'approve sends the message again, reject records it as sent; then go on by hand';
  throw new AppError('input-invalid', `This task is not one to take over: ${detail}`, {
    places: [{ pointer: '/decision', detail }],
  });
}
