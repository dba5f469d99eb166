import type { RunOutcome } from '#contracts/run.ts';
import type { AnswerPlan, Replanned, TaskPlan } from './answer-task.ts';
import { type Brought, bringToDecision } from './bring-to-decision.ts';
import { type Draft, draftReply } from './draft-reply.ts';
import type { ProcessRun, StoryEnd } from './process-run.ts';

/** Drafts a reply, has a person decide on it, and sends exactly what they approved. */
export function answerCustomer(run: ProcessRun, first: AnswerPlan): Promise<StoryEnd> {
  return answerWith(run, first, (order) => draftReply(run, order));
}

/** The plan that is drafted by, the number of the draft from 1, and why the last one was rejected. */
export type Drafting<Plan> = Plan & { draft: number; reviewerNote?: string };

/**
 * Drafts in a way of its own, has a person decide, and sends exactly what they approved. A reasoned rejection is drafted anew,
 * and so is what was answered to a question they asked, and what may not leave any more.
 */
export async function answerWith<Plan extends TaskPlan & Replanned<Plan>>(
  run: ProcessRun,
  first: Plan,
  draftBy: (order: Drafting<Plan>) => Promise<Draft>,
): Promise<StoryEnd> {
  const { drafts } = run.snapshot.limits;
  let plan = first;
  let reviewerNote: string | undefined;
  let spent = 0;
  for (let number = (first.drafted ?? 0) + 1; ; number += 1) {
    const note = reviewerNote === undefined ? {} : { reviewerNote };
    const draft = await draftBy({ ...plan, draft: number, ...note });
    const brought = await bringToDecision(run, plan, { draft, number, round: { number: spent + 1, of: drafts } });
    if (brought.kind === 'over') return brought.end;
    if (brought.kind === 'rejected' || brought.kind === 'held-back') spent += 1;
    const next = await planAfter(plan, { brought, isLast: spent >= drafts, item: String(number + 1) });
    if (typeof next === 'string') return next;
    plan = next;
    if (brought.kind === 'rejected') reviewerNote = brought.comment;
  }
}

async function planAfter<Plan extends TaskPlan & Replanned<Plan>>(
  plan: Plan,
  { brought, isLast, item }: { brought: Exclude<Brought<Plan>, { kind: 'over' }>; isLast: boolean; item: string },
): Promise<Plan | RunOutcome> {
  const { exchanges } = brought;
  if (brought.kind === 'rejected') return brought.comment === undefined || isLast ? 'rejected' : { ...plan, exchanges };
  if (brought.kind === 'anew') return { ...brought.plan, exchanges };
  if (brought.kind === 'held-back' && isLast) return 'blocked';
  const answer = brought.kind === 'answered' ? (exchanges.at(-1)?.answer?.text ?? '') : '';
  const next = await plan.replan?.(answer, item);
  return typeof next === 'string' ? next : { ...(next ?? plan), exchanges };
}
