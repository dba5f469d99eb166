import { setTimeout as pause } from 'node:timers/promises';
import { isAppError } from '#contracts/errors.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import type { People } from '#test/stack/people.ts';
import type { Random } from './random.ts';

/** Who may decide on the tasks of a role. */
const approvers: Readonly<Record<string, string>> = {
  approver: 'ada',
  'complaints-handler': 'lee',
  'sales-manager': 'max',
};

export function approverOf(task: Pick<ApprovalRow, 'role'>): string {
  const name = approvers[task.role];
  if (name === undefined) throw new Error(`nobody in the campaign has the role ${task.role}`);
  return name;
}

/** Decides on each task that comes up, by chance, until told to stop. */
export function keepDeciding({ stack, people, random }: { stack: Stack; people: People; random: Random }): {
  stop(): Promise<void>;
} {
  let stopped = false;
  const seen = new Set<string>();
  const decide = async (task: ApprovalRow) => {
    try {
      await people.decide(task, approverOf(task), choice(task, random));
    } catch (error) {
      if (!isAppError(error)) throw error;
    }
  };
  const working = (async () => {
    while (!stopped) {
      const open = await stack.database.direct.approval.findMany({ where: { state: 'open' }, orderBy: { id: 'asc' } });
      for (const task of open.filter(({ id }) => !seen.has(id))) {
        seen.add(task.id);
        await decide(task);
      }
      await pause(50);
    }
  })();
  return {
    stop: () => {
      stopped = true;
      return working;
    },
  };
}

function choice(task: ApprovalRow, random: Random) {
  const roll = random.next();
  if (task.point === 'unconfirmed') return { decision: roll < 0.5 ? 'approve' : 'reject' } as const;
  if (roll < 0.7) return { decision: 'approve' } as const;
  if (roll < 0.8) return { decision: 'edit', content: { text: `Edited by hand, ${task.id}` } } as const;
  if (roll < 0.9) return { decision: 'reject', comment: 'Say it more kindly' } as const;
  return roll < 0.95
    ? ({ decision: 'reject' } as const)
    : ({ decision: 'ask', content: { text: 'Which order do you mean?' } } as const);
}
