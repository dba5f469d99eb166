import { AppError } from '#contracts/errors.ts';
import { promptVersionName, readPromptVersion, type SwitchTarget, targetWords } from '#contracts/switch.ts';
import type { Registry } from '#governance/registry/index.ts';
import type { Transaction } from '#platform/database/client.ts';
import { listPinnedPrompts } from '#store/prompt-versions.ts';

export type CheckTarget = (target: SwitchTarget) => Promise<void>;

/** Refuses what the registry does not name: a switch that stops nothing would only look like one that does. */
export function createCheckTarget({ reads, registry }: { reads: Transaction; registry: Registry }): CheckTarget {
  return async (target) => {
    if (target.kind === 'everything') return;
    const known = await namesOf(target);
    if (known.includes(target.name)) return;
    const detail = `must be one of: ${[...new Set(known)].toSorted().join(', ')}`;
    throw new AppError('switch-unknown', `The registry does not know ${targetWords(target)}; it ${detail}`, {
      places: [{ pointer: '/target/name', detail }],
    });
  };

  async function namesOf({ kind, name }: Exclude<SwitchTarget, { kind: 'everything' }>): Promise<readonly string[]> {
    const view = registry.view();
    switch (kind) {
      case 'model':
        return view.models.map((model) => model.name);
      case 'provider':
        return Object.keys(view.providers);
      case 'process':
        return view.processes.map((process) => process.name);
      case 'connector':
        return view.connectors.map((connector) => connector.name);
      case 'prompt-version':
        return [
          ...view.prompts.map(({ process, ...prompt }) => promptVersionName(process, prompt)),
          ...(await pinnedVersions(name)),
        ];
    }
  }

  /** Open runs may still use a version that the registry has no more. */
  async function pinnedVersions(name: string): Promise<readonly string[]> {
    const wanted = readPromptVersion(name);
    if (!wanted) return [];
    const { process, prompt } = wanted;
    const pinned = await listPinnedPrompts(reads, { process, prompt });
    return pinned.map(({ version }) => promptVersionName(process, { name: prompt, version }));
  }
}
