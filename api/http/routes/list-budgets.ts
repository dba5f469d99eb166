import { BudgetList } from '#contracts/http/budget.ts';
import { defineRoute } from '../app/route.ts';
import type { UseCases } from '../app/use-cases.ts';

export const listBudgetsRoute = ({ listBudgets }: Pick<UseCases, 'listBudgets'>) =>
  defineRoute({
    method: 'get',
    path: '/api/budgets',
    summary: 'What calls of models have used of each budget, what is reserved for calls under way, and which runs wait',
    tag: 'governance',
    access: 'person',
    request: {},
    responses: { 200: { description: 'The budgets of the registry with what they count now', schema: BudgetList } },
    handle: async ({ person }) => ({ status: 200, body: await listBudgets(person) }),
  });
