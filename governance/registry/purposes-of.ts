import type { AssetReference } from '#contracts/asset.ts';
import type { PurposeFacts } from '#contracts/data-facts.ts';
import type { Purpose } from '#contracts/purpose.ts';
import type { RegistryContent } from './read-registry.ts';

/**
 * What an effect uses data for, by its prompt or its tool, and what that data was collected for: what its process takes
 * in, and what stands in the datasets that it reaches. Where they differ, that is what is common to all.
 */
export function purposesOf(content: RegistryContent, uses: readonly AssetReference[]): PurposeFacts {
  const { processes, prompts, tools, datasets } = content;
  const process = processes.get(named('process', uses))?.value;
  const prompt = prompts.get(named('prompt', uses))?.header.value;
  const tool = tools.get(named('tool', uses))?.value;
  const reached = (prompt?.reaches.datasets ?? tool?.datasets ?? []).map((name) => datasets.get(name)?.value);
  const collected = [...(process ? [process] : []), ...reached].map((source) => source?.collectedFor ?? []);
  return { purpose: prompt?.usedFor ?? tool?.usedFor ?? 'unknown', collectedFor: commonTo(collected) };
}

function commonTo([first = [], ...others]: readonly (readonly Purpose[])[]): readonly Purpose[] {
  return first.filter((purpose) => others.every((other) => other.includes(purpose)));
}

function named(kind: AssetReference['kind'], uses: readonly AssetReference[]): string {
  return uses.find((each) => each.kind === kind)?.name ?? '';
}
