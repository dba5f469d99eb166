import type { RegistryAnswer } from '#contracts/http/registry.ts';
import { sayCount, sayMicros } from '../format/amounts.ts';
import { registryTexts } from '../texts/registry-texts.ts';
import { AssetFacts } from './AssetFacts.tsx';
import { MayReach } from './MayReach.tsx';
import { sayCategories, sayDatasets } from './say-data.ts';
import { sayJurisdiction } from './say-jurisdiction.ts';

type Model = RegistryAnswer['models'][number];

const { model: words, data } = registryTexts;

/** Where a model stands, what it is asked for, and for which price. */
export function ModelFacts({ model, registry }: { model: Model; registry: RegistryAnswer }) {
  return (
    <AssetFacts
      asset={model}
      registry={registry}
      own={[
        { name: words.asked, value: askedFor(model, registry).join('; ') },
        { name: words.model, value: model.model },
        { name: words.provider, value: registry.providers[model.provider]?.title ?? model.provider },
        { name: words.region, value: sayRegion(model) },
        { name: data.reaches, value: sayCategories(model.reaches.categories) },
        { name: data.of, value: sayDatasets(registry, model.reaches.datasets) },
        { name: registryTexts.reach.name, value: <MayReach asset={model.provider} /> },
        { name: words.price, value: priceOf(model) },
      ]}
    />
  );
}

function sayRegion({ region, regionSource }: Model): string {
  const said = sayJurisdiction(region);
  if (region === 'unknown') return words.regionUnknown;
  return regionSource === undefined ? said : `${said}; ${words.regionSource(regionSource)}`;
}

function askedFor({ name }: Model, { profiles }: RegistryAnswer): string[] {
  return Object.values(profiles).flatMap(({ purpose, candidates }) => {
    const place = candidates.indexOf(name);
    return place < 0 ? [] : [words.choice(purpose.replace(/[.]$/, ''), sayCount(place + 1))];
  });
}

function priceOf({ price }: Model): string {
  if (price === null) return words.priceUnknown;
  const [input, output] = [price.input, price.output].map((micros) => sayMicros(micros, price.currency));
  return `${words.priceOf(input ?? '', output ?? '')}, ${words.priceSource(price.source)}`;
}
