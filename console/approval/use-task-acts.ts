import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ApprovalDetail, ApprovalList } from '#contracts/http/approval.ts';
import { actOn, approvalQuery, decideOn, type TaskAct } from '../ask/approvals.ts';
import type { Prepared } from './decision-request.ts';
import type { Queue } from './use-queue.ts';

type Request = Extract<Prepared, { kind: 'ready' }>['request'];

/** Sends what one does with a task. Whatever comes of it, the task is looked at again as it stands then. */
function useTaskActs(id: string) {
  const queries = useQueryClient();
  const shown = (task: ApprovalDetail) => {
    queries.setQueryData(approvalQuery(id).queryKey, task);
    return queries.invalidateQueries({ queryKey: ['approvals', 'inbox'] });
  };
  const lookAgain = () => queries.invalidateQueries({ queryKey: ['approvals'] });
  return { shown, lookAgain };
}

/** Takes the task, gives it up or to somebody, or says something about it. */
export function useActing(id: string) {
  const { shown, lookAgain } = useTaskActs(id);
  return useMutation({
    mutationFn: (act: TaskAct) => actOn(id, act),
    onSuccess: (task) => void shown(task),
    onError: () => void lookAgain(),
  });
}

/** Decides; then the next task comes up. */
export function useDeciding(task: ApprovalDetail, { queue, forget }: { queue: Queue; forget(): void }) {
  const queries = useQueryClient();
  const { shown, lookAgain } = useTaskActs(task.id);
  return useMutation({
    mutationFn: (request: Request) => decideOn(task.id, request),
    onSuccess: (decided) => {
      forget();
      queries.setQueriesData<ApprovalList>({ queryKey: ['approvals', 'inbox'] }, (inbox) => without(inbox, task.id));
      void shown(decided);
      const subject = task.action.kind === 'erased' ? '' : task.action.subject;
      return queue.toNext({ id: task.id, subject, state: decided.state });
    },
    onError: () => void lookAgain(),
  });
}

function without(inbox: ApprovalList | undefined, id: string): ApprovalList | undefined {
  return inbox && { ...inbox, items: inbox.items.filter((task) => task.id !== id) };
}
