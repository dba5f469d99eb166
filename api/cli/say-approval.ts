import type { ApprovalDetail, ApprovalItem } from '#contracts/http/approval.ts';
import type { Terminal } from './terminal.ts';

/** A task in one line. */
export function sayApprovalItem({ say }: Terminal, item: ApprovalItem): void {
  const { id, run, point, waitsFor, due, state, reason } = item;
  say(
    `${id}  ${state.padEnd(9)} ${point} in ${run.process}, for ${waitsFor.role} (${waitsFor.team}), due ${due}: ${reason}`,
  );
}

/** Exactly what would be done. */
export function sayAction({ say }: Terminal, action: ApprovalItem['action']): void {
  if (action.kind === 'erased') {
    say('What would be done was erased with its subject.');
    return;
  }
  say(`To:      ${action.to}`);
  say(`Subject: ${action.subject}`);
  say();
  for (const line of action.text.split('\n')) say(`  ${line}`);
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
  say(`State:   ${task.state}; waits for ${task.waitsFor.role} (${task.waitsFor.team}), due ${task.due}`);
  say(`Why:     ${'reason' in task.evidence ? task.evidence.reason : task.reason}`);
  for (const draft of draftOf({ task, rejected })) say(draft);
  say(`Digest:  ${task.digest}`);
  say(`Edit:    ${task.editable.join(', ') || 'nothing may be changed'}`);
  say();
  say('What will be done:');
  sayAction(terminal, task.action);
  if ('enquiry' in task.evidence) {
    say();
    say('The message it answers:');
    for (const line of String(task.evidence.enquiry.text ?? '').split('\n')) say(`  ${line}`);
  }
  if (task.decision) {
    say();
    say(
      `Decided: ${task.decision.decision} by ${task.decision.by} at ${task.decision.at} (signature ${task.decision.signature})`,
    );
  }
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
