import { useQuery } from '@tanstack/react-query';
import { budgetsQuery } from '../ask/budgets.ts';
import { Page } from '../parts/Page.tsx';
import { RegistryTabs } from '../registry/RegistryTabs.tsx';
import { Failed } from '../states/Failed.tsx';
import { Stale } from '../states/Stale.tsx';
import { Waiting } from '../states/Waiting.tsx';
import { budgetTexts } from '../texts/budget-texts.ts';
import { registryTexts } from '../texts/registry-texts.ts';
import { BudgetCard } from './BudgetCard.tsx';
import '../registry/registry.css';
import './budgets.css';

const words = budgetTexts;

/** What models may use and have used, which runs wait for that, and the way to give more. */
export function BudgetsScreen() {
  const budgets = useQuery(budgetsQuery);
  const { data } = budgets;
  return (
    <Page title={registryTexts.title} lead={words.lead}>
      <div className="part-head">
        <RegistryTabs />
      </div>
      {budgets.isPending ? <Waiting /> : null}
      {budgets.isError && !data ? <Failed error={budgets.error} retry={() => void budgets.refetch()} /> : null}
      {data ? <Stale query={budgets} /> : null}
      {data?.items.length === 0 ? <p className="soft">{words.nothing}</p> : null}
      <ul className="registry-cards" data-wide="true">
        {data?.items.map((item) => (
          <BudgetCard key={item.name} item={item} />
        ))}
      </ul>
    </Page>
  );
}
