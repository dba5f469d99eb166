import { useState } from 'react';
import type { DecisionChoice } from '#contracts/approval.ts';
import type { ApprovalDetail } from '#contracts/http/approval.ts';
import { failureOf } from '../ask/api-failure.ts';
import { useKeptDraft } from '../drafts/use-kept-draft.ts';
import type { Mistakes } from '../start/find-mistakes.ts';
import { decisionOf, mistakesIn } from './decision-request.ts';
import { parseTaskDraft, type TaskDraft } from './task-draft.ts';
import type { Queue } from './use-queue.ts';
import { useDeciding } from './use-task-acts.ts';

export type DecisionForm = ReturnType<typeof useDecision>;

/** What one is about to decide, as far as it was typed, what is wrong with it, and sending it. */
export function useDecision(task: ApprovalDetail, { queue, isChanged }: { queue: Queue; isChanged: boolean }) {
  const { draft, change, forget } = useKeptDraft(task.id, parseTaskDraft);
  const [tried, setTried] = useState<DecisionChoice>();
  const deciding = useDeciding(task, { queue, forget });
  const choice = draft.choice && task.may.decide.includes(draft.choice) ? draft.choice : undefined;

  const choose = (next: DecisionChoice | undefined) => {
    setTried(undefined);
    deciding.reset();
    change({ ...draft, choice: next });
  };
  const leave = () => {
    choose(undefined);
    requestAnimationFrame(() => focusOn(`[data-choice="${choice}"]`));
  };
  const send = (sent: DecisionChoice) => {
    // Another text stands in its place by now: first it has to be looked at.
    if (isChanged || deciding.isPending) return;
    setTried(sent);
    const prepared = decisionOf(task, sent, draft);
    if (prepared.kind === 'ready') deciding.mutate(prepared.request);
    else requestAnimationFrame(() => focusOn('[aria-invalid=true]'));
  };
  const refused = tried === undefined ? {} : refusedPlaces(deciding.error, tried);
  return {
    draft,
    choice,
    choose,
    /** Closes what was opened for a choice; what was typed in it stays. */
    leave,
    send,
    forget,
    type: (part: Partial<TaskDraft>) => change({ ...draft, ...part }),
    mistakes: { ...refused, ...(tried === undefined ? {} : mistakesNow(task, tried, draft)) } satisfies Mistakes,
    isSending: deciding.isPending,
    isHeld: isChanged,
    sendAgain: () => tried && send(tried),
    /** What was refused or failed, where that is no mistake at a field. */
    failure: deciding.isError && Object.keys(refused).length === 0 ? deciding.error : undefined,
  };
}

function mistakesNow(task: ApprovalDetail, tried: DecisionChoice, draft: TaskDraft): Mistakes {
  const prepared = decisionOf(task, tried, draft);
  return prepared.kind === 'wrong' ? prepared.mistakes : {};
}

function refusedPlaces(error: unknown, choice: DecisionChoice): Mistakes {
  const failure = error ? failureOf(error) : undefined;
  return failure?.kind === 'problem' ? mistakesIn(failure.problem, choice) : {};
}

function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(`.task ${selector}`)?.focus();
}
