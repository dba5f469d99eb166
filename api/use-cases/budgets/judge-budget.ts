import { AppError } from '#contracts/errors.ts';
import type { Person } from '#contracts/person.ts';
import type { PolicyPort, PolicyQuestion } from '#contracts/policy.ts';
import type { Budget } from '#governance/registry/index.ts';
import type { RecordRefusal } from '../record-refusal.ts';

type BudgetQuestion = Extract<PolicyQuestion, { action: 'readSpending' | 'grantBudget' }>;

export interface JudgeBudget {
  mayGrant(by: Person, budget: Budget): boolean;
  /** Throw, and write it down, where the policy does not allow it. */
  admitRead(by: Person): Promise<void>;
  admitGrant(by: Person, grant: { budget: Budget; own: boolean }): Promise<void>;
}

export function createJudgeBudget(parts: { policy: PolicyPort; recordRefusal: RecordRefusal }): JudgeBudget {
  const { policy, recordRefusal } = parts;
  return {
    mayGrant: (person, budget) => policy.decide(toGrant(person, { budget, own: false })).kind === 'allowed',
    admitRead: (by) =>
      admit(by, toRead(by), {
        resource: 'budgets',
        may: 'see what models may use: team leads, operators, compliance officers and engineers may',
      }),
    admitGrant: (by, grant) =>
      admit(by, toGrant(by, grant), {
        resource: grant.budget.name,
        may: `give the budget ${grant.budget.name} more: operators and team leads may, for what others started`,
      }),
  };

  async function admit(by: Person, question: BudgetQuestion, { resource, may }: { resource: string; may: string }) {
    const { kind, policies, policySet } = policy.decide(question);
    if (kind === 'allowed') return;
    const { action } = question;
    const code = 'policy-refused';
    await recordRefusal({ by, action, resource, code, policies, policySet });
    throw new AppError(code, `${by.id} may not ${may}`, { facts: { action } });
  }
}

function toRead(person: Person): BudgetQuestion {
  return { action: 'readSpending', principal: { kind: 'person', person }, resource: { spending: 'models' } };
}

function toGrant(person: Person, { budget: { name, per }, own }: { budget: Budget; own: boolean }): BudgetQuestion {
  const resource = { budget: name, per };
  return { action: 'grantBudget', principal: { kind: 'person', person }, resource, context: { own } };
}
