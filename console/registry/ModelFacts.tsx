import type { RegistryAnswer } from '#contracts/http/registry.ts';
import { sayCount, sayMicros } from '../format/amounts.ts';
import { Facts } from '../parts/Facts.tsx';
import { registryTexts } from '../texts/registry-texts.ts';
import { MayReach } from './MayReach.tsx';
import { personNamed } from './names.ts';

type Model = RegistryAnswer['models'][number];

const words = registryTexts.model;

/** Where a model stands, what it is asked for, and for which price. */
export function ModelFacts({ model, registry }: { model: Model; registry: RegistryAnswer }) {
  return (
    <Facts
      facts={[
        { name: words.asked, value: askedFor(model, registry).join('; ') },
        { name: words.model, value: model.model },
        { name: words.provider, value: registry.providers[model.provider]?.title ?? model.provider },
        { name: words.region, value: model.region },
        { name: registryTexts.reach.name, value: <MayReach asset={model.provider} /> },
        { name: words.price, value: priceOf(model) },
        { name: registryTexts.owner, value: personNamed(registry, model.owner) },
      ]}
    />
  );
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
