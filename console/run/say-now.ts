import type { RunDetail, RunQuestion } from '#contracts/http/run.ts';
import { labelOf } from '../format/label-of.ts';
import { sayWhen } from '../format/when.ts';
import { runTexts } from '../texts/run-texts.ts';

/** What a run that is not over does at the moment: mostly it waits for somebody. */
export function sayNow({
  approvals,
  children,
  questions,
}: Pick<RunDetail, 'approvals' | 'children' | 'questions'>): string {
  const task = approvals.find(({ state }) => state === 'open');
  if (task) return `${sayWhom(task)}, ${runTexts.task.due(sayWhen(task.due))}.`;
  const question = questions.find(({ state }) => state === 'open');
  if (question) return sayAnswerAwaited(question);
  return children.some(({ status }) => status !== 'closed') ? runTexts.waitsForChild : runTexts.running;
}

function sayAnswerAwaited({ to, until }: RunQuestion): string {
  const { customer, waits, waitsUntil } = runTexts.questions;
  const whom = to.kind === 'customer' ? customer : to.person;
  return until ? waitsUntil(whom, sayWhen(until)) : waits(whom);
}

/** Whom a task was put before. */
export function sayWhom({ waitsFor }: Pick<RunDetail['approvals'][number], 'waitsFor'>): string {
  return runTexts.task.waits(labelOf(waitsFor.role).toLowerCase(), labelOf(waitsFor.team).toLowerCase());
}
