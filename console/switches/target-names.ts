import type { RegistryAnswer } from '#contracts/http/registry.ts';
import { promptVersionName, type SwitchTarget } from '#contracts/switch.ts';

/** What of a kind can be switched off, as the registry names it. */
export function targetNames(registry: RegistryAnswer, kind: SwitchTarget['kind']): readonly string[] {
  switch (kind) {
    case 'everything':
      return [];
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
