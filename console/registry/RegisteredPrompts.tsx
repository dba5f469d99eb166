import { Link } from '@tanstack/react-router';
import type { RegistryAnswer } from '#contracts/http/registry.ts';
import { sayCount } from '../format/amounts.ts';
import { labelOf } from '../format/label-of.ts';
import { registryTexts } from '../texts/registry-texts.ts';
import { AssetFacts } from './AssetFacts.tsx';
import { EntryCards, type PartProps } from './EntryCards.tsx';
import { processTitled } from './names.ts';
import { Sentences } from './Sentences.tsx';
import { sayCategories, sayDatasets, sayNeeds, sayPurposes } from './say-data.ts';

const words = registryTexts;

/** The prompts that are loaded, each with the way to its wording and to earlier ones. */
export function RegisteredPrompts({ found, registry }: PartProps) {
  const entries = found.prompts.map((prompt) => ({
    key: `${prompt.process}/${prompt.name}`,
    head: (
      <>
        {labelOf(prompt.name)} <span className="soft small">{words.version(sayCount(prompt.version))}</span>
      </>
    ),
    body: (
      <>
        <PromptFacts prompt={prompt} registry={registry} />
        <p>
          <Link to="/registry/prompts/$process/$prompt" params={{ process: prompt.process, prompt: prompt.name }}>
            {words.prompt.open}
          </Link>
        </p>
      </>
    ),
  }));
  return <EntryCards entries={entries} />;
}

export function PromptFacts({
  prompt,
  registry,
}: {
  prompt: RegistryAnswer['prompts'][number];
  registry: RegistryAnswer;
}) {
  return (
    <AssetFacts
      asset={prompt}
      registry={registry}
      own={[
        { name: words.purpose, value: prompt.purpose },
        { name: words.prompt.usedBy, value: processTitled(registry, prompt.process) },
        { name: words.prompt.profile, value: registry.profiles[prompt.profile]?.purpose ?? labelOf(prompt.profile) },
        { name: words.prompt.variables, value: Object.keys(prompt.variables).map(labelOf).join(', ') },
        { name: words.data.usedFor, value: sayPurposes([prompt.usedFor]) },
        { name: words.data.needs, value: <Sentences of={sayNeeds(prompt.needs)} /> },
        { name: words.data.shows, value: sayCategories(prompt.reaches.categories) },
        { name: words.data.of, value: sayDatasets(registry, prompt.reaches.datasets) },
      ]}
    />
  );
}
