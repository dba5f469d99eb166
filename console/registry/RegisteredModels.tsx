import type { RegistryAnswer } from '#contracts/http/registry.ts';
import { Facts } from '../parts/Facts.tsx';
import { State } from '../parts/State.tsx';
import { texts } from '../texts/index.ts';
import { personNamed } from './person-named.ts';
import { RegistryPart } from './RegistryPart.tsx';

const words = texts.registry;

/** The models that may be asked, and where they stand. */
export function RegisteredModels({ registry }: { registry: RegistryAnswer }) {
  const entries = registry.models.map((model) => ({
    key: model.name,
    head: (
      <>
        {model.name} {model.rehearsal ? <State tone="warning">{words.rehearsal}</State> : null}
      </>
    ),
    body: (
      <>
        <p className="soft">{model.purpose}</p>
        <Facts
          facts={[
            { name: words.model, value: model.model },
            { name: words.provider, value: model.provider },
            { name: words.region, value: model.region },
            { name: words.owner, value: personNamed(registry, model.owner) },
          ]}
        />
      </>
    ),
  }));
  return <RegistryPart part="models" entries={entries} />;
}
