import type { Problems } from './problems.ts';
import type { RegistryContent } from './read-registry.ts';

/** Checks that those who may read documents are there, and that every article has an audience. */
export function checkKnowledge({ knowledge, articles, processes }: RegistryContent, problems: Problems): void {
  const { audiences } = knowledge.value;
  for (const [name, audience] of Object.entries(audiences))
    for (const [index, process] of audience.processes.entries())
      if (!processes.has(process))
        problems.add(
          knowledge.pointer('audiences', name, 'processes', index),
          `process '${process}' is unknown; write processes/${process}.yaml`,
        );
  for (const { header } of articles.values())
    if (!Object.hasOwn(audiences, header.value.audience))
      problems.add(
        header.pointer('audience'),
        `audience '${header.value.audience}' is unknown; knowledge.yaml has ${Object.keys(audiences).join(', ')}`,
      );
}
