import type { ApprovalItem } from '#contracts/http/approval.ts';
import type { InboxPart } from '#contracts/inbox.ts';

/** Tasks that stand in the inbox for one reason, in the order in which they came. */
export interface InboxGroup<Task> {
  asked: InboxPart;
  /** In whose place, where it is not one's own. */
  for: string | undefined;
  tasks: readonly Task[];
}

type Placed = Pick<ApprovalItem, 'asked' | 'for'>;

const order: readonly InboxPart[] = ['you', 'team', 'another'];

/** Told apart: what waits for oneself, for one's teams, and for each of those one acts for. */
export function groupsOf<Task extends Placed>(tasks: readonly Task[]): readonly InboxGroup<Task>[] {
  return order.flatMap((asked) => {
    const part = tasks.filter((task) => (task.asked ?? 'team') === asked);
    return [...Map.groupBy(part, (task) => task.for)].map(([whom, group]) => ({ asked, for: whom, tasks: group }));
  });
}

/** All of them one after another, as the inbox shows them. */
export function inInboxOrder<Task extends Placed>(tasks: readonly Task[]): readonly Task[] {
  return groupsOf(tasks).flatMap((group) => group.tasks);
}
