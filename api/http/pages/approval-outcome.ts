import type { ApprovalDetail } from '#contracts/http/approval.ts';
import type { Problem } from '#contracts/http/problem.ts';
import { textOfMoment } from '#contracts/moment-text.ts';
import { escapeHtml } from './escape-html.ts';

/** What came of a decision by link, and what happens now. */
export function outcomePage(task: ApprovalDetail): string {
  const said = [saidOf(task), ...nextOf(task)].map((words) => `<p>${escapeHtml(words)}</p>`);
  return `${said.join('')}<p class="soft">${escapeHtml(task.id)}</p>`;
}

function saidOf({ state, decision, waitsFor }: ApprovalDetail): string {
  return state === 'open'
    ? `Your word is counted: ${waitsFor.agreed.join(', ')} agreed so far, and others are asked too.`
    : `The task is ${state}: ${decision?.by ?? 'nobody'} decided at ${textOfMoment(decision?.at ?? '')}.`;
}

function nextOf({ decision }: ApprovalDetail): string[] {
  const asked = decision?.questionTo ?? null;
  if (asked === null) return [];
  const whom = asked.kind === 'customer' ? 'the customer' : asked.person;
  return [
    `The question goes to ${whom}, and the run waits for the answer. Then a new e-mail asks people for their word again.`,
  ];
}

/** A refusal as the holder of a link reads it. The address stands nowhere in it. */
export function linkProblemPage({ code, detail, id }: Problem): string {
  const reference = id === undefined ? '' : `<p class="soft">In the log it is ${escapeHtml(id)}.</p>`;
  return `<p>${escapeHtml(detail)}.</p>${advice[code] ?? ''}${reference}`;
}

const again = '<p>Go back, open the link again and look at what stands there now.</p>';

const advice: Readonly<Record<string, string>> = {
  'approval-expired':
    '<p>Nothing was sent. To be asked anew, ask an operator to retry the run: a new task and a new link come then.</p>',
  'approval-withdrawn': '<p>Where the task was put before people anew, a new e-mail tells of it.</p>',
  'link-unknown':
    '<p>Where you decided by it, or somebody else did, nothing is left to do. Otherwise copy it whole from the e-mail.</p>',
  'page-outdated': again,
  'digest-mismatch': again,
  'code-wrong': '<p>Go back and type the six digits that stand beside this link.</p>',
};
