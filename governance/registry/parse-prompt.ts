import type { z } from 'zod';
import { checkPromptVariables } from './check-prompt-variables.ts';
import type { PinnedPromptHeader } from './entries/prompt-header.ts';
import { type Entry, parseYaml } from './parse-yaml.ts';
import type { Problems } from './problems.ts';
import type { Source } from './registry-file.ts';
import { parseTemplate, type Template } from './template-engine.ts';

export interface ParsedPrompt<Header extends PinnedPromptHeader = PinnedPromptHeader> {
  header: Entry<Header>;
  text: string;
  system: Template[];
  user: Template[];
}

const form = /^---\n([\s\S]*?\n)---\n+# system\n([\s\S]*?)\n# user\n([\s\S]*)$/;

/** Reads a `.prompt.md`: front matter, a system section and a user section. */
export function parsePrompt<Header extends PinnedPromptHeader>(
  source: Source,
  options: { schema: z.ZodType<Header>; problems: Problems },
): ParsedPrompt<Header> | undefined {
  const { problems } = options;
  const [, yaml, system, user] = form.exec(source.text) ?? [];
  if (yaml === undefined || system === undefined || user === undefined) {
    problems.add(source.file, "must be front matter between two lines '---', then '# system', then '# user'");
    return undefined;
  }
  const header = parseYaml({ file: source.file, text: yaml, firstLine: 2 }, options);
  if (!header) return undefined;
  try {
    const templates = { system: parseTemplate(system.trim()), user: parseTemplate(user.trim()) };
    checkPromptVariables({ file: source.file, system, user, variables: header.value.variables }, problems);
    return { header, text: source.text, ...templates };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    problems.add(source.file, `is not a template that can be rendered: ${why}; only {{ variable }} and if are known`);
    return undefined;
  }
}
