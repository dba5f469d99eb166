import type { RunDetail, RunQuestion } from '#contracts/http/run.ts';
import { labelOf } from '../format/label-of.ts';
import { sayWhen } from '../format/when.ts';
import type { PersonName } from '../parts/use-person-name.ts';
import { budgetTexts } from '../texts/budget-texts.ts';
import { runTexts } from '../texts/run-texts.ts';
import { switchTexts } from '../texts/switch-texts.ts';

/** What a run that is not over does at the moment: mostly it waits for somebody. */
export function sayNow(
  { approvals, children, pauses, questions }: Pick<RunDetail, 'approvals' | 'children' | 'pauses' | 'questions'>,
  nameOf: PersonName,
): string {
  if (pauses.length > 0) return `${sayPaused(pauses)}.`;
  const task = approvals.find(({ state }) => state === 'open');
  if (task) return `${sayWhom(task)}, ${runTexts.task.due(sayWhen(task.due))}.`;
  const question = questions.find(({ state }) => state === 'open');
  if (question) return sayAnswerAwaited(question, nameOf);
  return children.some(({ status }) => status !== 'closed') ? runTexts.waitsForChild : runTexts.running;
}

/** What an open run waits for that nobody is asked for. */
export function sayPaused(pauses: RunDetail['pauses']): string {
  const { region, title } = switchTexts.paused;
  if (pauses.some(({ budgets }) => budgets.length > 0)) return budgetTexts.paused.title;
  return pauses.some(({ models }) => models.length > 0) ? region.title : title;
}

function sayAnswerAwaited({ to, until }: RunQuestion, nameOf: PersonName): string {
  const { waits, waitsUntil } = runTexts.questions;
  const whom = sayParty(to, nameOf);
  return until ? waitsUntil(whom, sayWhen(until)) : waits(whom);
}

/** Whom a question goes to. */
export function sayParty(to: RunQuestion['to'], nameOf: PersonName): string {
  return to.kind === 'customer' ? runTexts.questions.customer : nameOf(to.person);
}

/** Whom a task was put before. */
export function sayWhom({ waitsFor }: Pick<RunDetail['approvals'][number], 'waitsFor'>): string {
  return runTexts.task.waits(labelOf(waitsFor.role).toLowerCase(), labelOf(waitsFor.team).toLowerCase());
}
