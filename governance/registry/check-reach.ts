import { checkNamed } from './check-datasets.ts';
import type { PromptHeader } from './entries/prompt-header.ts';
import type { ParsedPrompt } from './parse-prompt.ts';
import type { Problems } from './problems.ts';
import type { RegistryContent } from './read-registry.ts';

/** Checks that a prompt shows only what its datasets hold, and only to models that may see it. */
export function checkReach(content: RegistryContent, problems: Problems): void {
  const surroundings = { datasets: content.datasets, problems };
  for (const { value, pointer } of content.models.values())
    checkNamed(surroundings, value.reaches.datasets, (index) => pointer('reaches', 'datasets', index));
  for (const { value, pointer } of content.tools.values())
    checkNamed(surroundings, value.datasets, (index) => pointer('datasets', index));
  for (const [role, { datasets }] of Object.entries(content.roles.value))
    checkNamed(surroundings, datasets, (index) => content.roles.pointer(role, 'datasets', index));
  for (const prompt of content.prompts.values()) checkPromptReach(prompt, { content, problems });
}

interface Surroundings {
  content: RegistryContent;
  problems: Problems;
}

function checkPromptReach({ header }: ParsedPrompt<PromptHeader>, { content, problems }: Surroundings): void {
  const { profile, reaches } = header.value;
  const at = (index: number) => header.pointer('reaches', 'datasets', index);
  checkNamed({ datasets: content.datasets, problems }, reaches.datasets, at);
  const held = new Set(reaches.datasets.flatMap((name) => content.datasets.get(name)?.value.categories ?? []));
  for (const [index, category] of reaches.categories.entries()) {
    if (held.has(category)) continue;
    const detail = `none of its datasets holds '${category}'; name the one that does, or remove it here`;
    problems.add(header.pointer('reaches', 'categories', index), detail);
  }
  for (const name of content.profiles.value[profile]?.candidates ?? [])
    checkMaySee(name, { header, content, problems });
}

function checkMaySee(
  name: string,
  { header, content, problems }: Pick<ParsedPrompt<PromptHeader>, 'header'> & Surroundings,
): void {
  const model = content.models.get(name);
  if (!model) return;
  for (const part of ['datasets', 'categories'] as const) {
    const allowed: readonly string[] = model.value.reaches[part];
    const beyond = header.value.reaches[part].filter((each) => !allowed.includes(each));
    if (beyond.length === 0) continue;
    const advice = `write it there, or take ${name} out of the profile '${header.value.profile}'`;
    problems.add(
      header.pointer('reaches', part),
      `shows ${beyond.join(', ')}, which ${model.pointer('reaches', part)} does not let ${name} see; ${advice}`,
    );
  }
}
