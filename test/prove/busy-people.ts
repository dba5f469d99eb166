import { setTimeout as pause } from 'node:timers/promises';
import { isAppError } from '#contracts/errors.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import { type Answers, answersOf } from '#test/stack/answers.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import type { People } from '#test/stack/people.ts';
import { tracesOf } from '#test/stack/traces.ts';
import type { Random } from './random.ts';

/** Who may decide on the tasks of a role. */
const approvers: Readonly<Record<string, string>> = {
  approver: 'ada',
  'complaints-handler': 'lee',
  'sales-manager': 'max',
};

export function approverOf(task: Pick<ApprovalRow, 'role' | 'audience'>): string {
  const name = ownerOf(task) ?? approvers[task.role];
  if (name === undefined) throw new Error(`nobody in the campaign has the role ${task.role}`);
  return name;
}

/** The one person who is asked, where it is for nobody else. */
export function ownerOf({ audience }: Pick<ApprovalRow, 'audience'>): string | undefined {
  const [asked = '', ...others] = audience;
  return others.length === 0 && asked.startsWith('person:') ? asked.slice('person:'.length) : undefined;
}

/** Decides on each task that comes up and answers most questions to customers, by chance, until told to stop. */
export function keepDeciding({ stack, people, random }: { stack: Stack; people: People; random: Random }): {
  stop(): Promise<void>;
} {
  let stopped = false;
  const seen = new Set<string>();
  const answers = answersOf(stack);
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
      await answerSome({ stack, answers, random, seen });
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
  if (task.point === 'offer' || task.point === 'own')
    return roll < 0.8 ? ({ decision: 'approve' } as const) : ({ decision: 'reject', comment: 'Not for me' } as const);
  if (roll < 0.7) return { decision: 'approve' } as const;
  if (roll < 0.8) return { decision: 'edit', content: { text: `Edited by hand, ${task.id}` } } as const;
  if (roll < 0.9) return { decision: 'reject', comment: 'Say it more kindly' } as const;
  if (roll < 0.92) return { decision: 'reject' } as const;
  if (roll < 0.94) return { decision: 'take-over', comment: 'I call them' } as const;
  return { decision: 'ask', content: { text: `Which order do you mean? ${task.id}` } } as const;
}

interface Answering {
  stack: Stack;
  answers: Answers;
  random: Random;
  seen: Set<string>;
}

async function answerSome({ stack, answers, random, seen }: Answering): Promise<void> {
  const { database } = stack;
  const open = await database.direct.question.findMany({ where: { state: 'open', askedAt: { not: null } } });
  for (const { id, approvalId, messageId } of open.filter((question) => !seen.has(question.id))) {
    seen.add(id);
    if (approvalId === null || !random.chance(0.7)) continue;
    const task = await database.direct.approval.findUniqueOrThrow({ where: { id: approvalId } });
    const { to } = await tracesOf(stack).decidedAction(task);
    await answers.receive({
      from: to,
      to: messageId,
      text: 'The one I wrote of.',
      messageId: `<${id}@customer.example>`,
    });
  }
}
