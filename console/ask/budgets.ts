import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { BudgetList, GrantAnswer, type GrantRequest } from '#contracts/http/budget.ts';
import { ask } from './ask.ts';

const againMs = 30_000;
const path = '/api/budgets';

export const budgetsQuery = queryOptions({
  queryKey: ['budgets'],
  queryFn: ({ signal }) => ask({ path, answer: BudgetList, signal }),
  refetchInterval: againMs,
});

interface Granting {
  budget: string;
  body: z.input<typeof GrantRequest>;
  key: string;
}

export function grantBudget({ budget, body, key }: Granting) {
  const headers = { 'idempotency-key': key };
  return ask({ path: `${path}/${encodeURIComponent(budget)}/grants`, body, headers, answer: GrantAnswer });
}
