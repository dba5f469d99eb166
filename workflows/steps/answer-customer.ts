import type { AnswerPlan } from './answer-task.ts';
import { bringToDecision } from './bring-to-decision.ts';
import { draftReply } from './draft-reply.ts';
import type { ProcessRun, StoryEnd } from './process-run.ts';

/**
 * Drafts a reply, has a person decide on it, and sends exactly what they approved. A reasoned rejection is drafted anew,
 * and so is what was answered to a question they asked.
 */
export async function answerCustomer(run: ProcessRun, first: AnswerPlan): Promise<StoryEnd> {
  let plan = first;
  let reviewerNote: string | undefined;
  let rejections = 0;
  for (let number = 1; ; number += 1) {
    const note = reviewerNote === undefined ? {} : { reviewerNote };
    const draft = await draftReply(run, { ...plan, draft: number, ...note });
    const round = { number: rejections + 1, of: run.snapshot.limits.drafts };
    const brought = await bringToDecision(run, plan, { draft, number, round });
    switch (brought.kind) {
      case 'over':
        return brought.end;
      case 'rejected':
        rejections += 1;
        if (brought.comment === undefined || rejections >= run.snapshot.limits.drafts) return 'rejected';
        reviewerNote = brought.comment;
        plan = { ...plan, exchanges: brought.exchanges };
        break;
      case 'answered': {
        const { exchanges } = brought;
        const next = await plan.replan?.(exchanges.at(-1)?.answer?.text ?? '', String(number + 1));
        if (typeof next === 'string') return next;
        plan = { ...(next ?? plan), exchanges };
      }
    }
  }
}
