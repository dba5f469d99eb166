import { directQuestion } from '#contracts/direct-question.ts';
import type { ProcessDefinition } from '#contracts/process-definition.ts';
import { processDefinitions } from '#contracts/processes/index.generated.ts';
import type { PromptUse } from '#contracts/prompt-use.ts';
import type { ProcessEntry } from './entries/process-entry.ts';
import type { PromptHeader } from './entries/prompt-header.ts';
import type { Entry } from './parse-yaml.ts';
import type { Problems } from './problems.ts';
import type { RegistryContent } from './read-registry.ts';

/** Checks that each prompt takes what the steps of its process give to it, and answers in the form that they read. */
export function checkPromptUses(
  { value, pointer }: Entry<ProcessEntry>,
  { content, problems }: { content: RegistryContent; problems: Problems },
): void {
  const uses = usesOf(value);
  if (!uses) return;
  for (const name of Object.keys(uses).filter((each) => !Object.hasOwn(value.prompts, each)))
    problems.add(
      pointer('prompts', name),
      `the process asks by it; write '${name}: { version: …, minimumConfidence: … }'`,
    );
  for (const [name, use] of Object.entries(uses)) {
    const header = content.prompts.get(`${value.name}/${name}`)?.header;
    if (header) checkUse(header, { use, problems });
  }
}

function checkUse(
  { value, pointer }: Entry<PromptHeader>,
  { use, problems }: { use: Partial<PromptUse>; problems: Problems },
): void {
  for (const part of ['input', 'answer'] as const)
    if (use[part] !== undefined && value[part] !== use[part])
      problems.add(pointer(part), `is '${value[part]}', and the process asks for '${use[part]}'; write '${use[part]}'`);
}

/** Nothing where no code is called so, which is said elsewhere. Whoever asks directly gives what the prompt wants. */
function usesOf({ name, prompts }: ProcessEntry): Readonly<Record<string, Partial<PromptUse>>> | undefined {
  if (name === directQuestion.name)
    return Object.fromEntries(Object.keys(prompts).map((prompt) => [prompt, { answer: 'text_answer' }]));
  const definitions: readonly Pick<ProcessDefinition, 'name' | 'prompts'>[] = processDefinitions;
  const definition = definitions.find((each) => each.name === name);
  return definition && (definition.prompts ?? {});
}
