import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { DecisionChoice } from '#contracts/approval.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import { filledIn } from '#test/stack/filled-in.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import type { Behaviour } from '../plan/behaviour.ts';
import { persist } from './persist.ts';
import type { Postman } from './postman.ts';
import type { Programs } from './programs.ts';

export interface Staff {
  /** From now on, and until they are back, somebody decides on nothing. */
  leaves(person: string): void;
  isBack(person: string): void;
  /** What was decided, and how often somebody was not let. */
  counts: Map<string, number>;
  stop(): Promise<void>;
}

const people = ['ada', 'bob', 'lee', 'max', 'oz'] as const;
const Refusal = z.object({ code: z.string().default('') });
const isOver = new Set(['already-decided', 'approval-expired', 'approval-withdrawn', 'run-closed', 'run-cancelled']);

/** Whoever may is away, and comes back. */
const lookAgainMs = 500;
const approvedAtOnce: Behaviour = { kind: 'decides', decision: 'approve', afterMs: 0 };

/** Decides at the API on every task that comes up, as its mail has it planned. */
export function startStaff({
  stack,
  programs,
  postman,
}: {
  stack: Stack;
  programs: Programs;
  postman: Postman;
}): Staff {
  const away = new Set<string>();
  const inHand = new Set<string>();
  const nextOf = new Map<string, number>();
  const counts = new Map<string, number>();
  const busy = new Set<Promise<void>>();
  let stopped = false;
  const working = work();

  async function work(): Promise<void> {
    while (!stopped) {
      const open = await persist('the open tasks', () =>
        stack.database.direct.approval.findMany({ where: { state: 'open' }, orderBy: { id: 'asc' } }),
      );
      for (const task of open) take(task);
      await pause(60);
    }
    await Promise.all(busy);
  }

  function take(task: ApprovalRow): void {
    const occasion = occasionOf(task);
    if (inHand.has(occasion)) return;
    inHand.add(occasion);
    const seeing = see(task).finally(() => busy.delete(seeing));
    busy.add(seeing);
  }

  async function see(task: ApprovalRow): Promise<void> {
    const behaviour = await behaviourFor(task);
    if (behaviour.kind === 'does-nothing') return count('left alone');
    await pause(behaviour.afterMs);
    const decision = decisionFor(task, behaviour.decision);
    const heard = (await sayInTurn(task, decision)) || (task.editable.length > 0 && (await sayInTurn(task, 'edit')));
    if (heard) return;
    await pause(lookAgainMs);
    inHand.delete(occasionOf(task));
  }

  /** Whether the task has its word now, of whoever may give it, or needs none any more. */
  async function sayInTurn(task: ApprovalRow, decision: DecisionChoice): Promise<boolean> {
    for (const person of inTurn(task)) {
      const { status, code } = await persist(`the word of ${person} on ${task.id}`, () => say(task, person, decision));
      count(status < 300 ? decision : `was told ${code}`);
      if (status < 300 || isOver.has(code)) return true;
      if (status !== 403) return false;
    }
    return false;
  }

  async function behaviourFor({ runId }: ApprovalRow): Promise<Behaviour> {
    const run = await persist('the run of a task', () =>
      stack.database.direct.run.findUnique({ where: { id: runId } }),
    );
    const mail = postman.mailOf(runId) ?? postman.mailOf(run?.parentRunId ?? '');
    const number = nextOf.get(runId) ?? 0;
    nextOf.set(runId, number + 1);
    return mail?.tasks[number] ?? approvedAtOnce;
  }

  /** Those who are asked first, and those who are there. */
  function inTurn(task: ApprovalRow): readonly string[] {
    const rank = (person: string) => (isAsked(task, person) ? 0 : 1);
    const all = people.toSorted((one, other) => rank(one) - rank(other));
    return all.filter((person) => !away.has(person) && !task.voters.includes(person));
  }

  function isAsked({ audience }: ApprovalRow, id: string): boolean {
    const person = stack.foundation.registry.person(id);
    const names = [
      `person:${id}`,
      ...(person?.roles ?? []).map((role) => `role:${role}`),
      ...(person?.teams ?? []).map((team) => `team:${team}`),
    ];
    return audience.some((asked) => names.includes(asked));
  }

  async function say(
    task: ApprovalRow,
    person: string,
    decision: DecisionChoice,
  ): Promise<{ status: number; code: string }> {
    const words = { ...wordsWith(task, decision), ...filledIn(task, decision) };
    const { status, body } = await programs.as(person).decide(task, decision, words);
    if (status >= 500 || status === 429) throw new Error(`the API answered ${status}`);
    return { status, code: Refusal.parse(body).code };
  }

  function count(what: string): void {
    counts.set(what, (counts.get(what) ?? 0) + 1);
  }

  return {
    leaves: (person) => void away.add(person),
    isBack: (person) => void away.delete(person),
    counts,
    stop: () => {
      stopped = true;
      return working;
    },
  };
}

/** A task comes up anew with each word that it gets without being decided. */
function occasionOf({ id, votes }: ApprovalRow): string {
  return `${id}/${votes}`;
}

/** Not everything can be said to every task. */
function decisionFor({ point }: ApprovalRow, wanted: DecisionChoice): DecisionChoice {
  const isYesOrNo = point === 'unconfirmed' || point === 'offer' || point === 'own';
  if (!isYesOrNo) return wanted;
  return wanted === 'approve' || wanted === 'edit' ? 'approve' : 'reject';
}

function wordsWith({ id, point }: ApprovalRow, decision: DecisionChoice): object {
  switch (decision) {
    case 'edit':
      return { content: { text: `Edited by hand, ${id}` } };
    case 'ask':
      return { content: { text: `Which order do you mean? ${id}` } };
    case 'take-over':
      return { comment: 'I call them' };
    case 'reject':
      return point === 'unconfirmed' ? {} : { comment: 'Say it more kindly' };
    case 'approve':
      return {};
  }
}
