import type { RegistryAnswer } from '#contracts/http/registry.ts';
import { sayCount } from '../format/amounts.ts';
import { labelOf } from '../format/label-of.ts';
import { Facts } from '../parts/Facts.tsx';
import { texts } from '../texts/index.ts';
import { personNamed } from './person-named.ts';
import { RegistryPart } from './RegistryPart.tsx';

const words = texts.registry;
const shownOfHash = 12;

/** The prompts, by which fingerprint their wording is known in the records. */
export function RegisteredPrompts({ registry }: { registry: RegistryAnswer }) {
  const titleOf = (name: string) => registry.processes.find((process) => process.name === name)?.title ?? name;
  const entries = registry.prompts.map((prompt) => ({
    key: `${prompt.process}/${prompt.name}`,
    head: (
      <>
        {labelOf(prompt.name)} <span className="soft small">{words.version(sayCount(prompt.version))}</span>
      </>
    ),
    body: (
      <Facts
        facts={[
          { name: words.usedBy, value: titleOf(prompt.process) },
          { name: words.owner, value: personNamed(registry, prompt.owner) },
          { name: words.profile, value: labelOf(prompt.profile) },
          { name: words.variables, value: Object.keys(prompt.variables).join(', ') },
          { name: words.hash, value: <span title={prompt.hash}>{prompt.hash.slice(0, shownOfHash)}</span> },
        ]}
      />
    ),
  }));
  return <RegistryPart part="prompts" entries={entries} />;
}
