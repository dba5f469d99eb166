import type { BudgetItem } from '#contracts/http/budget.ts';
import { Facts } from '../parts/Facts.tsx';
import { budgetTexts } from '../texts/budget-texts.ts';
import { BudgetWindow } from './BudgetWindow.tsx';
import { sayLimit } from './say-amount.ts';

const words = budgetTexts;

/** A budget: what it counts, what it limits, and how far each of its windows is. */
export function BudgetCard({ item }: { item: BudgetItem }) {
  const { title, per, limit, currency, atLimit, unknownPrice, windows, mayGrant } = item;
  return (
    <li className="card" id={item.name}>
      <h2>{title}</h2>
      <Facts
        facts={[
          { name: words.counts, value: words.per[per] },
          { name: words.limit, value: sayLimit(limit, currency) },
          { name: words.atLimit, value: words.atLimits[atLimit] },
          { name: words.unknownPrice, value: currency === null ? null : words.unknownPrices[unknownPrice] },
        ]}
      />
      <h3>{words.windows}</h3>
      {windows.length === 0 ? <p className="soft">{words.notCounted}</p> : null}
      <ul className="budget-windows">
        {windows.map((window) => (
          <BudgetWindow key={window.window} budget={item} window={window} />
        ))}
      </ul>
      {mayGrant ? null : <p className="soft small">{words.grant.notYours}</p>}
    </li>
  );
}
