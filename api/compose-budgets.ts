import type { UseCases } from '#api/http/app/use-cases.ts';
import { createGrantBudgetFor } from '#api/use-cases/budgets/grant-budget.ts';
import { createJudgeBudget } from '#api/use-cases/budgets/judge-budget.ts';
import { createListBudgets } from '#api/use-cases/budgets/list-budgets.ts';
import { createRecordRefusal } from '#api/use-cases/record-refusal.ts';
import { createGrantBudget } from '#governance/budgets/grant.ts';
import type { Foundation } from '#governance/foundation.ts';
import type { Database } from '#platform/database/client.ts';

/** What models may use, and who gives them more. */
export function composeBudgets(parts: {
  database: Database;
  foundation: Foundation;
}): Pick<UseCases, 'listBudgets' | 'grantBudget'> {
  const { database, foundation } = parts;
  const { ledger, policy, registrySource: registry } = foundation;
  const reads = database.direct;
  const judge = createJudgeBudget({ policy, recordRefusal: createRecordRefusal({ database, ledger }) });
  const grant = createGrantBudget({ database, ledger });
  return {
    listBudgets: createListBudgets({ reads, registry, judge }),
    grantBudget: createGrantBudgetFor({ reads, registry, judge, grant }),
  };
}
