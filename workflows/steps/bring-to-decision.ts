import type { OutgoingMessage } from '#contracts/message.ts';
import type { Exchange } from '#contracts/question.ts';
import type { Snapshot } from '#contracts/snapshot.ts';
import type { StepCall } from '#contracts/step-call.ts';
import {
  type AskedBefore,
  answerTask,
  type DoneBefore,
  type NumberedDraft,
  type Replanned,
  type TaskPlan,
} from './answer-task.ts';
import { askQuestion } from './ask-question.ts';
import { expectReply } from './await-reply.ts';
import type { Draft } from './draft-reply.ts';
import { goOnWithReply, mayGoOn } from './go-on-with-reply.ts';
import type { ProcessRun, StoryEnd } from './process-run.ts';
import { type ApprovalRequest, requestApproval, type SettledApproval } from './request-approval.ts';
import { type Cleared, endOf, sendReply } from './send-reply.ts';
import { takenOver } from './taken-over.ts';

/** What people made of a draft: the end of the story, or something to make the next one from. */
export type Brought<Plan> =
  | { kind: 'over'; end: StoryEnd }
  | { kind: 'rejected'; comment?: string; exchanges: readonly Exchange[] }
  | { kind: 'answered'; exchanges: readonly Exchange[] }
  /** What was agreed to may not leave as things stand now. */
  | { kind: 'held-back'; exchanges: readonly Exchange[] }
  /** What was to be done before the reply leaves is not done: it is about something else now. */
  | { kind: 'anew'; plan: Plan; exchanges: readonly Exchange[] };

/** People are asked about the same draft once more. */
type Again = {
  kind: 'again';
  because: AskedBefore['because'];
  exchanges: readonly Exchange[];
  /** Tasks at which people agreed to the draft so far. */
  besides?: readonly string[];
};

type AnyPlan<Plan> = TaskPlan & Replanned<Plan>;

interface Decided<Plan = TaskPlan> {
  plan: Plan;
  draft: Draft;
  task: ApprovalRequest;
  decision: SettledApproval;
  exchanges: readonly Exchange[];
  /** So many times people were asked about this draft, those apart that led to a question. */
  spent: number;
  /** One for the draft, however often people are asked. */
  sendStep(): StepCall;
}

/**
 * Nothing leaves on a decision that does not hold, or that covers another text: people are asked again, and so are
 * others where nobody decided in time and the registry wants that, or where a policy asks for another person, and those
 * who asked a question that nobody answered.
 */
export async function bringToDecision<Plan extends AnyPlan<Plan>>(
  run: ProcessRun,
  plan: Plan,
  numbered: NumberedDraft,
): Promise<Brought<Plan>> {
  let step: StepCall | undefined;
  const sendStep = () => {
    step ??= run.step('send', String(numbered.number));
    return step;
  };
  let before: AskedBefore | undefined;
  let exchanges = plan.exchanges ?? [];
  for (let asked = 1, spent = 1; spent <= run.snapshot.limits.drafts; asked += 1) {
    const task = answerTask({ ...plan, exchanges }, { ...numbered, before });
    const decision = await requestApproval(run, task);
    const came = await follow(run, { plan, draft: numbered.draft, task, decision, exchanges, spent, sendStep });
    if (came.kind !== 'again') return came;
    exchanges = came.exchanges;
    before = { asked, because: came.because, approvalId: decision.approvalId, besides: came.besides ?? [] };
    if (!isAfterQuestion(came)) spent += 1;
  }
  return { kind: 'over', end: 'blocked' };
}

async function follow<Plan extends AnyPlan<Plan>>(
  run: ProcessRun,
  decided: Decided<Plan>,
): Promise<Brought<Plan> | Again> {
  const { plan, draft, task, decision, exchanges, spent } = decided;
  switch (decision.kind) {
    case 'approved':
    case 'edited':
    case 'clarified':
      if (draft.asksCustomer) return followQuestion(run, { ...decided, decision: asAsked(decision) });
      if (await plan.isHeldBack?.(decision.action, { draft, item: task.item })) return { kind: 'held-back', exchanges };
      return carryOut(run, { ...decided, decision });
    case 'asked':
      return followQuestion(run, { ...decided, decision });
    // Agreed to is something else than this message.
    case 'agreed':
    case 'void':
      return { kind: 'again', because: 'decision-void', exchanges };
    case 'rejected':
      return { ...decision, exchanges };
    case 'taken-over':
      return { kind: 'over', end: takenOver(plan, decision) };
    case 'expired':
      return asksAnew(run, { point: task.point, spent })
        ? { kind: 'again', because: 'nobody-decided', exchanges }
        : { kind: 'over', end: 'expired' };
    case 'withdrawn':
      return { kind: 'over', end: 'withdrawn' };
  }
}

/** What the reply tells of comes first: nothing is told that was not done. */
async function carryOut<Plan extends AnyPlan<Plan>>(
  run: ProcessRun,
  decided: Decided<Plan> & { decision: Cleared },
): Promise<Brought<Plan> | Again> {
  const { plan, task, exchanges, decision } = decided;
  const { approvalId } = decision;
  const besides = task.besides ?? [];
  const fields = 'fields' in decision && decision.fields ? { fields: decision.fields } : {};
  const done: DoneBefore<Plan> = (await plan.before?.({ approvalId, besides, ...fields })) ?? { kind: 'done' };
  switch (done.kind) {
    case 'another-person':
      return { kind: 'again', because: done.kind, exchanges, besides: [...besides, approvalId] };
    case 'anew':
      return { ...done, exchanges };
    case 'over':
      return done;
    case 'done':
      return followReply(run, decided);
  }
}

async function followReply(
  run: ProcessRun,
  { plan, task, decision, exchanges, sendStep }: Decided & { decision: Cleared },
): Promise<Brought<never> | Again> {
  const step = sendStep();
  const goesOn = mayGoOn(run, plan, exchanges) ? await expectReply(run, step) : undefined;
  const sent = await sendReply(run, plan, { decision, task, step });
  switch (sent.kind) {
    case 'sent':
      if (goesOn !== undefined)
        return goOnWithReply(run, { plan, item: task.item, sent, questionId: goesOn, exchanges });
      return { kind: 'over', end: endOf(sent, plan.goesOn ? task.item : undefined) };
    case 'over':
      return sent;
    case 'mismatch':
      return { kind: 'again', because: 'decision-void', exchanges };
    case 'another-person':
      return { kind: 'again', because: sent.kind, exchanges, besides: [...(task.besides ?? []), decision.approvalId] };
  }
}

async function followQuestion(
  run: ProcessRun,
  { plan, draft, task, decision, exchanges }: Decided & { decision: { kind: 'asked' } },
): Promise<Brought<never> | Again> {
  const { action: message, approvalId, to } = decision;
  const { asksCustomer = false } = draft;
  const asked = await askQuestion(run, {
    ...plan,
    ...task,
    message,
    approvalId,
    to,
    ...(asksCustomer ? { asksCustomer } : {}),
  });
  switch (asked.kind) {
    case 'answered':
      return { kind: 'answered', exchanges: [...exchanges, asked.exchange] };
    case 'no-answer':
    case 'answer-void':
      if (asksCustomer && asked.kind === 'no-answer') return { kind: 'over', end: 'unanswered' };
      return { kind: 'again', because: asked.kind, exchanges: [...exchanges, asked.exchange] };
    case 'mismatch':
      return { kind: 'again', because: 'decision-void', exchanges };
    case 'another-person':
      return { kind: 'again', because: 'another-person', exchanges };
    case 'over':
      return { kind: 'over', end: asked.outcome };
  }
}

/** A draft that asks the customer is agreed to as any other; what was agreed to is then the question. */
function asAsked({ action, by, approvalId }: Extract<SettledApproval, { action: OutgoingMessage; by: string }>) {
  return { kind: 'asked', action, by, approvalId, to: { kind: 'customer' } } as const;
}

function isAfterQuestion({ because }: Again): boolean {
  return because === 'no-answer' || because === 'answer-void';
}

function asksAnew({ snapshot }: ProcessRun, { point, spent }: { point: string; spent: number }): boolean {
  // A run that was started before there were points was given none.
  const { approvals = {} }: Partial<Snapshot> = snapshot;
  return approvals[point]?.onExpiry === 'ask-again' && spent < snapshot.limits.drafts;
}
