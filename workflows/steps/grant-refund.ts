import type { StepCall } from '#contracts/step-call.ts';
import { answerCustomer } from './answer-customer.ts';
import { evidenceOf } from './answer-task.ts';
import { type Draft, draftReply } from './draft-reply.ts';
import { type PayablePlan, planToPay, type RefundToGrant } from './plan-to-pay.ts';
import type { ProcessRun, StoryEnd } from './process-run.ts';
import { endOf, sendReply } from './send-reply.ts';

/** Pays back what the rules allow, on the word of as many people as the amount asks for, and tells the customer once it is paid. */
export async function grantRefund(run: ProcessRun, granted: RefundToGrant): Promise<StoryEnd> {
  const plan = planToPay(run, granted);
  if (granted.verdict.people > 0) return answerCustomer(run, plan);
  const draft = await draftReply(run, { ...plan, draft: 1 });
  const drafted = { ...plan, drafted: 1 };
  return draft.doubt === undefined ? grantUnasked(run, drafted, draft) : answerCustomer(run, drafted);
}

/** Nobody is asked, unless a policy wants that: then people decide on the letter, and on the money where it is not paid yet. */
async function grantUnasked(run: ProcessRun, plan: PayablePlan, draft: Draft): Promise<StoryEnd> {
  const paid = await plan.before();
  switch (paid.kind) {
    case 'over':
      return paid.end;
    case 'anew':
      return answerCustomer(run, { ...paid.plan, drafted: 1 });
    case 'another-person':
      return answerCustomer(run, { ...plan, reason: 'another-person' });
    case 'done': {
      const sent = await tellUnasked(run, { plan, draft, step: run.step('send', '1') });
      if (sent.kind === 'sent') return endOf(sent);
      if (sent.kind === 'over') return sent.end;
      const why = `It was paid back already; a rule asks for a person before that is told. ${plan.why}`;
      return answerCustomer(run, { ...plan, why, reason: 'another-person' });
    }
  }
}

function tellUnasked(run: ProcessRun, { plan, draft, step }: { plan: PayablePlan; draft: Draft; step: StepCall }) {
  const { refund, route, weighed } = plan;
  const { team, role } = route;
  const evidence = evidenceOf(plan, { draft, number: 1, round: { number: 1, of: run.snapshot.limits.drafts } });
  const decision = { kind: 'unasked', action: { ...draft.message, refund } } as const;
  return sendReply(run, plan, { decision, task: { ...weighed, evidence, team, role }, step });
}
