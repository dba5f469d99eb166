import { type DecisionChoice, takesFields } from '#contracts/approval.ts';
import type { DecisionFields } from '#contracts/approval-form.ts';
import type { ApprovalFacts, ApprovalTerms } from '#contracts/approval-terms.ts';
import { AppError } from '#contracts/errors.ts';
import type { Person } from '#contracts/person.ts';
import type { PolicyDecision, PolicyPort, TaskToDecide } from '#contracts/policy.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import { beyondAuthority } from './beyond-authority.ts';
import { stageAt } from './progress.ts';
import { askedIn, wordsOf } from './terms.ts';
import { weighedIn } from './weighed-in.ts';

/** A task as far as rights on it depend on its row. */
export type Task = Pick<ApprovalRow, 'id' | 'process' | 'point' | 'startedBy' | 'editors' | 'nextStep'>;

export interface Word {
  terms: ApprovalTerms;
  stage: number;
  by: Person;
  decision: DecisionChoice;
  /** What is filled in with it, which may give an amount away. */
  fields?: DecisionFields | undefined;
}

/** Asks the policy about people's words on tasks. Rights are those of the moment of asking. */
export function createMayDecide(policy: PolicyPort) {
  const judge = (task: Task, { terms, stage, by, decision }: Word, weighed: ApprovalFacts): PolicyDecision =>
    policy.decide({
      action: 'approve',
      principal: { kind: 'person', person: by },
      resource: resourceOf(task, terms, stage),
      context: { ...weighed, decision },
    });
  const mayDecide = (task: Task, word: Word): boolean =>
    weighedIn(word).every((weighed) => judge(task, word, weighed).kind === 'allowed');

  return {
    mayDecide,
    /** Throws what to tell somebody whose word does not count here. */
    checkRight(task: Task, word: Word): void {
      for (const weighed of weighedIn(word)) {
        const decision = judge(task, word, weighed);
        if (decision.kind === 'allowed') continue;
        const ask = askedIn(word.terms, { stage: word.stage, nextStep: task.nextStep });
        throw new AppError(
          'forbidden',
          `${word.by.id} may not decide here: ${whyNot(task, { ...word, weighed }, decision)}`,
          {
            facts: { waitsFor: ask.roles[0] ?? wordsOf(ask)[0] ?? 'nobody' },
          },
        );
      }
    },
    /** Whether so many words are enough, where this one would be the last that the task's terms ask for. */
    isEnough(task: Task, word: Word, agreed: { approvers: number; edited: boolean }): boolean {
      const { terms, stage, by } = word;
      const judgeEnough = (weighed: ApprovalFacts) =>
        policy.decide({
          action: 'completeApproval',
          principal: { kind: 'person', person: by },
          resource: resourceOf(task, terms, stage),
          context: { ...weighed, ...agreed },
        });
      return weighedIn(word).every((weighed) => judgeEnough(weighed).kind === 'allowed');
    },
    /** Whether somebody may take a task from whoever claimed it, and give it to another. */
    mayManage(task: Task, { terms, stage, by }: Omit<Word, 'decision'>): boolean {
      return (
        policy.decide({
          action: 'manageApproval',
          principal: { kind: 'person', person: by },
          resource: resourceOf(task, terms, stage),
        }).kind === 'allowed'
      );
    },
  };
}

export type MayDecide = ReturnType<typeof createMayDecide>;

function resourceOf(task: Task, terms: ApprovalTerms, index: number): TaskToDecide {
  const { id, process, point, startedBy, editors, nextStep } = task;
  const { name } = stageAt(terms, index);
  const ask = askedIn(terms, { stage: index, nextStep });
  const { barred = [] } = terms;
  return { approval: id, process, point, stage: name, ask, startedBy, editors, barred };
}

function whyNot(
  { startedBy, editors, nextStep }: Task,
  { by, terms, stage, decision, weighed }: Word & { weighed: ApprovalFacts },
  { kind, policies }: PolicyDecision,
): string {
  if (startedBy === by.id) return 'you started this run, and nobody decides on their own run';
  if (terms.barred?.includes(by.id))
    return 'you agreed to it already or handed in an answer that it rests on, and somebody else has to decide';
  if (decision === 'approve' && editors.includes(by.id))
    return 'you changed this text, and somebody else has to agree to it';
  const ask = askedIn(terms, { stage, nextStep });
  const asked =
    ask.people.includes(by.id) ||
    ask.roles.some((role) => by.roles.includes(role)) ||
    ask.teams.some((team) => by.teams.includes(team));
  if (!asked) return `this task waits for ${spoken(wordsOf(ask))}`;
  const isWeighed = takesFields(decision) || decision === 'ask';
  const beyond = isWeighed ? beyondAuthority(weighed, by) : undefined;
  if (beyond !== undefined) return beyond;
  if (policies.length === 0) return 'no policy permits it';
  const verb = kind === 'person' ? 'asks for somebody else' : 'forbids it';
  return `the policy ${policies.join(' and ')} ${verb}`;
}

function spoken(words: readonly string[]): string {
  return words.map((word) => `the ${word.replace(':', ' ')}`).join(' or ') || 'nobody';
}
