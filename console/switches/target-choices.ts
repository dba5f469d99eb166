import type { RegistryAnswer } from '#contracts/http/registry.ts';
import { promptVersionName, readPromptVersion, type SwitchTarget } from '#contracts/switch.ts';
import { sayCount } from '../format/amounts.ts';
import { labelOf } from '../format/label-of.ts';
import { connectorTitled, processTitled } from '../registry/names.ts';
import { switchTexts } from '../texts/switch-texts.ts';

type NamedTarget = Exclude<SwitchTarget, { kind: 'everything' }>;

/** What of a kind can be switched off, by its name in the registry and by what people call it. */
export function targetChoices(
  registry: RegistryAnswer,
  kind: SwitchTarget['kind'],
): readonly { value: string; label: string }[] {
  if (kind === 'everything') return [];
  return namesOf(registry, kind).map((name) => ({ value: name, label: choiceTitle(registry, { kind, name }) }));
}

function namesOf(registry: RegistryAnswer, kind: NamedTarget['kind']): readonly string[] {
  switch (kind) {
    case 'model':
      return registry.models.map(({ name }) => name);
    case 'provider':
      return Object.keys(registry.providers);
    case 'prompt-version':
      return registry.prompts.map(({ process, ...prompt }) => promptVersionName(process, prompt));
    case 'process':
      return registry.processes.map(({ name }) => name);
    case 'connector':
      return registry.connectors.map(({ name }) => name);
  }
}

export function choiceTitle(registry: RegistryAnswer, { kind, name }: NamedTarget): string {
  switch (kind) {
    case 'model':
      return name;
    case 'provider':
      return registry.providers[name]?.title ?? name;
    case 'prompt-version':
      return promptTitle(registry, name);
    case 'process':
      return processTitled(registry, name);
    case 'connector':
      return connectorTitled(registry, name);
  }
}

function promptTitle(registry: RegistryAnswer, name: string): string {
  const read = readPromptVersion(name);
  if (!read) return name;
  const { process, prompt, version } = read;
  return switchTexts.promptVersion(labelOf(prompt), sayCount(version), processTitled(registry, process));
}
