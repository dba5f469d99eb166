import { Link } from '@tanstack/react-router';
import type { BudgetGrantItem, BudgetItem, BudgetWindowItem } from '#contracts/http/budget.ts';
import { sayCount } from '../format/amounts.ts';
import { sayWhen } from '../format/when.ts';
import { Facts } from '../parts/Facts.tsx';
import { State } from '../parts/State.tsx';
import { usePersonName } from '../parts/use-person-name.ts';
import { budgetTexts } from '../texts/budget-texts.ts';
import { Grant } from './Grant.tsx';
import { sayAmount, sayGiven, sayLimit } from './say-amount.ts';
import { shareUsed } from './share-used.ts';
import { WindowName } from './WindowName.tsx';

const words = budgetTexts;

interface BudgetWindowProps {
  budget: BudgetItem;
  window: BudgetWindowItem;
}

/** How far one window is, who waits for it, and what it was given beyond its limit. */
export function BudgetWindow({ budget, window }: BudgetWindowProps) {
  const { currency, mayGrant } = budget;
  const { used, reserved, limit, unpriced, resets, waiting, grants, calls } = window;
  const unknown = unpriced === 0 ? '' : ` ${words.unpriced(sayCalls(unpriced))}`;
  return (
    <li>
      <h4>
        <WindowName budget={budget} window={window.window} />{' '}
        {waiting.length > 0 ? (
          <State tone="warning">{words.waiting(sayCount(waiting.length), waiting.length === 1)}</State>
        ) : null}
      </h4>
      <meter min={0} max={1} value={shareUsed(window)} aria-label={words.used} />
      <Facts
        facts={[
          { name: words.used, value: `${sayAmount(used, currency)}${unknown}, ${sayCalls(calls)}` },
          { name: words.reserved, value: sayAmount(reserved, currency) },
          { name: words.limit, value: sayLimit(limit, currency) },
          { name: words.resets, value: resets === null ? words.withItsRun : sayWhen(resets) },
        ]}
      />
      {grants.map((grant) => (
        <Granted key={grant.id} grant={grant} currency={currency} />
      ))}
      <ul className="budget-waiting">
        {waiting.map(({ run, asked }) => (
          <li key={run}>
            <Link to="/runs/$id" params={{ id: run }}>
              {run}
            </Link>
            {mayGrant ? <Grant budget={budget} window={window} run={{ id: run, asked }} /> : null}
          </li>
        ))}
      </ul>
      {mayGrant ? <Grant budget={budget} window={window} /> : null}
    </li>
  );
}

function sayCalls(count: number): string {
  return words.calls(sayCount(count), count === 1);
}

function Granted({ grant, currency }: { grant: BudgetGrantItem; currency: string | null }) {
  const nameOf = usePersonName();
  const { by, at, run, amount, reason } = grant;
  const say = run === null ? words.granted : words.grantedToRun;
  return (
    <p className="small">
      {say(nameOf(by), sayGiven(amount, currency), sayWhen(at))} <q>{reason}</q>
    </p>
  );
}
