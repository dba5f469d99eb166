import { AppError } from '#contracts/errors.ts';
import { sha256Hex } from '#platform/canonical/digest.ts';
import { PinnedPromptHeader } from './entries/prompt-header.ts';
import { neutralise } from './neutralise.ts';
import { type ParsedPrompt, parsePrompt } from './parse-prompt.ts';
import { createProblems } from './problems.ts';
import { renderTemplate } from './template-engine.ts';

const parsedPrompts = new Map<string, ParsedPrompt>();
const mostParsedPrompts = 200;

/** Fills a pinned prompt. What a customer wrote stays text: it is no template, and cannot leave its block. */
export function renderPrompt(
  text: string,
  variables: Readonly<Record<string, string>>,
): { system: string; user: string } {
  const prompt = parsedPrompt(text);
  return {
    system: renderTemplate(prompt.system, {}),
    user: renderTemplate(prompt.user, harmless(prompt, variables)),
  };
}

/** The variables of a prompt as they stand in it. */
export function harmless(
  { header }: ParsedPrompt,
  variables: Readonly<Record<string, string>>,
): Record<string, string> {
  const { name, version, variables: kinds } = header.value;
  if (Object.keys(kinds).toSorted().join() !== Object.keys(variables).toSorted().join()) {
    const wanted = Object.keys(kinds).join(', ');
    const given = Object.keys(variables).join(', ');
    throw new AppError(
      'registry-invalid',
      `Prompt '${name}' version ${version} takes ${wanted}; it was given ${given}.`,
    );
  }
  return Object.fromEntries(Object.entries(kinds).map(([key, kind]) => [key, neutralise(kind, variables[key] ?? '')]));
}

export function parsedPrompt(text: string): ParsedPrompt {
  const hash = sha256Hex(text);
  const known = parsedPrompts.get(hash);
  if (known) return known;
  const problems = createProblems();
  const prompt = parsePrompt({ file: `prompt ${hash}`, text, firstLine: 1 }, { schema: PinnedPromptHeader, problems });
  problems.throwIfAny();
  if (!prompt) throw new AppError('registry-invalid', `The prompt ${hash} cannot be read.`);
  if (parsedPrompts.size >= mostParsedPrompts) parsedPrompts.clear();
  parsedPrompts.set(hash, prompt);
  return prompt;
}
