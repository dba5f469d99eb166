import type { ApprovalDetail, ApprovalItem, DamagedTask } from '#contracts/http/approval.ts';
import {
  attachmentRows,
  messageRows,
  type Row,
  reasonRows,
  recordRows,
  unfoundedRows,
  weighedRows,
  whenRejected,
} from '#contracts/http/task-rows.ts';
import { tellRefund } from '#contracts/message.ts';
import { sayExchanges } from './say-exchanges.ts';
import { filledIn, sayFields, sayForm } from './say-form.ts';
import type { Terminal } from './terminal.ts';

/** A task in one line. */
export function sayApprovalItem({ say }: Terminal, item: ApprovalItem): void {
  const { id, run, point, waitsFor, due, state, reason, action } = item;
  const claimed = item.claim === null ? '' : `, claimed by ${item.claim.by}`;
  const about = action.kind === 'erased' ? '' : `, "${action.subject}"`;
  const inPlace = item.for === undefined ? '' : `, in place of ${item.for}`;
  say(
    `${id}  ${state.padEnd(9)} ${point} in ${run.process}, for ${waitsFor.role} (${waitsFor.team})${inPlace}, due ${due}${claimed}: ${reason}${about}`,
  );
}

/** A task of which nothing holds any more, and what can be done about it. */
export function sayDamagedTask({ say }: Terminal, { id, run }: DamagedTask): void {
  say(
    `${id}  damaged   in ${run.process}: somebody changed it in the database. Operators can cancel and retry ${run.id}`,
  );
}

/** Exactly what would be done. */
export function sayAction({ say }: Terminal, action: ApprovalItem['action']): void {
  if (action.kind === 'erased') {
    say('What would be done was erased with its subject.');
    return;
  }
  say(action.kind === 'ownEnquiry' ? `Owner:   ${action.owner}` : `To:      ${action.to}`);
  if (action.kind === 'sendEmail' && action.refund) say(`Pays back: ${tellRefund(action.refund)}`);
  say(`Subject: ${action.subject}`);
  say();
  for (const line of action.text.split('\n')) say(`  ${line}`);
  for (const [index, [name, about]] of attachmentRows(action).entries())
    say(`Attached ${index + 1}: ${name}, ${about}`);
}

export interface ShownTask {
  task: ApprovalDetail;
  /** The task whose rejection led to this one's draft. */
  rejected: ApprovalDetail | undefined;
}

/** A task whole. */
export function sayApproval(terminal: Terminal, { task, rejected }: ShownTask): void {
  const { say } = terminal;
  say(`${task.id}: ${task.point} in ${task.run.process}, run ${task.run.id}`);
  say(`State:   ${stateOf(task)}`);
  for (const line of standingOf(task)) say(line);
  say(`Why:     ${'reason' in task.evidence ? task.evidence.reason : task.reason}`);
  for (const draft of draftOf({ task, rejected })) say(draft);
  say(`Digest:  ${task.digest}`);
  sayForm(terminal, task.form);
  say(`Edit:    ${task.editable.join(', ') || 'nothing may be changed'}`);
  if (task.state === 'open') say(`Reject:  ${whenRejected(task)}`);
  say();
  say('What will be done:');
  sayAction(terminal, task.action);
  sayUnfounded(terminal, task);
  sayWeighed(terminal, task);
  sayEvidence(terminal, task);
  if ('exchanges' in task.evidence) sayExchanges(terminal, task.evidence.exchanges);
  sayComments(terminal, task);
  if (task.decision) {
    const { decision, by, at, signature, onBehalfOf } = task.decision;
    say();
    say(`Decided: ${decision} by ${by}${inPlaceOf(onBehalfOf)} at ${at} (signature ${signature})`);
    sayFields(terminal, task.decision.fields);
  }
}

function stateOf({ state, waitsFor: { role, team }, due, expires }: ApprovalDetail): string {
  return state === 'open'
    ? `open; waits for ${role} (${team}), due ${due}, to be decided before ${expires}`
    : `${state}; was put before ${role} (${team})`;
}

function sayUnfounded({ say }: Terminal, task: ApprovalDetail): void {
  const rows = unfoundedRows(task);
  if (rows.length === 0) return;
  say();
  say('No record has this:');
  for (const [words, because] of rows) say(`  ${words}: ${because}`);
}

function sayWeighed({ say }: Terminal, task: ApprovalDetail): void {
  if (task.facts.length === 0) return;
  say();
  say('What policies weigh:');
  for (const [name, value] of weighedRows(task)) say(`  ${name}: ${value}`);
}

/** What the draft was made from, by whom, and by which rule a person is asked. */
function sayEvidence({ say }: Terminal, task: ApprovalDetail): void {
  const { evidence } = task;
  if ('kind' in evidence) return;
  const sayRows = (rows: readonly Row[]) => {
    for (const [name, value] of rows) say(`  ${name}: ${value}`);
  };
  say();
  say('Why a person is asked:');
  sayRows(reasonRows(task, evidence));
  say();
  say('The record it was made from, amounts in minor units:');
  sayRows(recordRows(evidence));
  say();
  say('The message it answers:');
  sayRows(messageRows(evidence));
  say();
  for (const line of String(evidence.enquiry.text ?? '').split('\n')) say(`  ${line}`);
}

/** How far it has come, and who has it. */
function standingOf({ waitsFor, words, claim }: ApprovalDetail): string[] {
  const { stage, quorum } = waitsFor;
  const stages =
    stage.of > 1 || quorum > 1 ? [`Stage:   ${stage.name} (${stage.number} of ${stage.of}), ${quorum} asked for`] : [];
  const given = words.map(({ by, onBehalfOf, decision, isOnThisText, at, fields, ...word }) => {
    const past = isOnThisText ? '' : ', on an earlier text';
    return `Word:    ${decision} by ${by}${inPlaceOf(onBehalfOf)} in ${word.stage} at ${at}${past}${filledIn(fields)}`;
  });
  return [...stages, ...given, ...(claim === null ? [] : [`Claimed: by ${claim.by} since ${claim.since}`])];
}

function sayComments({ say }: Terminal, { comments }: ApprovalDetail): void {
  if (comments.length > 0) say();
  for (const { by, at, text } of comments) {
    say(`${by} said at ${at}:`);
    for (const line of typeof text === 'string' ? text.split('\n') : ['(erased with its subject)']) say(`  ${line}`);
  }
}

function inPlaceOf(onBehalfOf: string | null): string {
  return onBehalfOf === null ? '' : `, for ${onBehalfOf},`;
}

/** Which draft it is, where it is not the first one, and what was wrong with the one before. */
function draftOf({ task, rejected }: ShownTask): string[] {
  if ('kind' in task.evidence || task.evidence.draft < 2) return [];
  const { draft } = task.evidence;
  if (!rejected?.decision) return [`Draft ${draft}`];
  const { by, comment } = rejected.decision;
  const why = typeof comment === 'string' ? `: "${comment}"` : '';
  return [`Draft ${draft}, after ${by} rejected${why}`];
}
