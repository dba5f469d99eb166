import type { RegistryAnswer } from '#contracts/http/registry.ts';
import type { ModelFiguresAnswer, ModelSpending, Spent, SpentOver } from '#contracts/http/registry-models.ts';
import { sayDay } from '../format/when.ts';
import { registryTexts } from '../texts/registry-texts.ts';
import { SpendingTable } from './SpendingTable.tsx';

const words = registryTexts.spending;

/** What all models together cost, those too that the registry names no more; for those who may see it. */
export function WhatModelsCost({ figures, registry }: { figures: ModelFiguresAnswer; registry: RegistryAnswer }) {
  const known = figures.items.flatMap(({ spending }) => spending ?? []);
  if (known.length === 0) return <p className="soft small spending-hidden">{words.hidden}</p>;
  return (
    <section className="card spending-all" aria-labelledby="spending">
      <h2 id="spending">{words.title}</h2>
      <SpendingTable
        caption={words.days(sayDay(figures.days.first), sayDay(figures.days.today))}
        spending={together(known)}
        registry={registry}
      />
    </section>
  );
}

function together(spendings: readonly ModelSpending[]): ModelSpending {
  const processes = Map.groupBy(
    spendings.flatMap((spending) => spending.processes),
    ({ process }) => process,
  );
  return {
    ...sumOver(spendings),
    processes: [...processes].map(([process, each]) => ({ process, ...sumOver(each) })),
  };
}

function sumOver(overs: readonly SpentOver[]): SpentOver {
  return { today: sum(overs.map(({ today }) => today)), month: sum(overs.map(({ month }) => month)) };
}

function sum(spents: readonly Spent[]): Spent {
  const amounts = Map.groupBy(
    spents.flatMap((spent) => spent.amounts),
    ({ currency }) => currency,
  );
  return {
    calls: spents.reduce((all, { calls }) => all + calls, 0),
    unknown: spents.reduce((all, { unknown }) => all + unknown, 0),
    perhapsPaid: spents.reduce((all, { perhapsPaid }) => all + perhapsPaid, 0),
    amounts: [...amounts].map(([currency, each]) => ({
      currency,
      micros: each.reduce((all, { micros }) => all + micros, 0),
    })),
  };
}
