import { Link } from '@tanstack/react-router';
import type { RunDetail } from '#contracts/http/run.ts';
import { sayAmount, sayLimit } from '../budgets/say-amount.ts';
import { sayWhen } from '../format/when.ts';
import { budgetTexts } from '../texts/budget-texts.ts';

const words = budgetTexts.paused;

/** Which budgets had no room for the next call, with the figures of that moment. */
export function RunWithoutRoom({ pauses }: Pick<RunDetail, 'pauses'>) {
  const spent = new Map(pauses.flatMap(({ budgets }) => budgets.map((each) => [each.window, each] as const)));
  return (
    <>
      {[...spent.values()].map(({ budget, window, used, reserved, limit, asked, currency, resets }) => (
        <p key={window}>
          {words.about(budget)}{' '}
          {words.figures(sayAmount(used, currency), sayAmount(reserved, currency), sayLimit(limit, currency))}{' '}
          {words.asked(sayAmount(asked, currency))} {resets === null ? null : words.resets(sayWhen(resets))}
        </p>
      ))}
      <p>
        {words.next} <Link to="/registry/budgets">{words.where}</Link>
      </p>
    </>
  );
}
