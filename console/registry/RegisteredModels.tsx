import { useQuery } from '@tanstack/react-query';
import type { RegistryAnswer } from '#contracts/http/registry.ts';
import type { ModelFigures, ModelSpending as Spending } from '#contracts/http/registry-models.ts';
import { modelFiguresQuery } from '../ask/registry.ts';
import { State } from '../parts/State.tsx';
import { Failed } from '../states/Failed.tsx';
import { Stale } from '../states/Stale.tsx';
import { Waiting } from '../states/Waiting.tsx';
import { registryTexts } from '../texts/registry-texts.ts';
import { type Entry, EntryCards, type PartProps } from './EntryCards.tsx';
import { ModelFacts } from './ModelFacts.tsx';
import { HealthState, ModelHealth } from './ModelHealth.tsx';
import { SpendingTable } from './SpendingTable.tsx';
import { WhatModelsCost } from './WhatModelsCost.tsx';

const words = registryTexts.model;

/** The models that may be asked: how they do of late, what they cost, and where they stand. */
export function RegisteredModels({ found, registry }: PartProps) {
  const figures = useQuery(modelFiguresQuery);
  const of = (name: string) => figures.data?.items.find(({ model }) => model === name);
  const entries = found.models.map((model) => ({
    key: model.name,
    head: (
      <>
        {model.name} {model.rehearsal ? <State tone="warning">{words.rehearsal}</State> : null}
        <HealthState figures={of(model.name)} />
      </>
    ),
    body: (
      <>
        <p className="soft">{model.purpose}</p>
        <ModelHealth figures={of(model.name)} />
        <ModelFacts model={model} registry={registry} />
        <ModelSpending name={model.name} spending={of(model.name)?.spending} registry={registry} />
      </>
    ),
  }));
  return (
    <>
      {figures.isPending ? <Waiting /> : null}
      {figures.isError && !figures.data ? <Failed error={figures.error} retry={() => void figures.refetch()} /> : null}
      {figures.data ? (
        <>
          <Stale query={figures} />
          <WhatModelsCost figures={figures.data} registry={registry} />
        </>
      ) : null}
      <EntryCards entries={[...entries, ...goneOf(figures.data?.items ?? [], registry)]} />
    </>
  );
}

/** What is not there any more was paid for all the same. */
function goneOf(items: readonly ModelFigures[], registry: RegistryAnswer): readonly Entry[] {
  return items
    .filter(({ registered }) => !registered)
    .map(({ model, spending }) => ({
      key: model,
      head: (
        <>
          {model} <State tone="over">{words.gone}</State>
        </>
      ),
      body: <ModelSpending name={model} spending={spending} registry={registry} />,
    }));
}

interface ModelSpendingProps extends Pick<PartProps, 'registry'> {
  name: string;
  spending: Spending | null | undefined;
}

function ModelSpending({ name, spending, registry }: ModelSpendingProps) {
  if (!spending || spending.month.calls === 0) return null;
  return <SpendingTable caption={registryTexts.spending.ofModel(name)} spending={spending} registry={registry} />;
}
