import type { VariableKind } from './entries/prompt-header.ts';
import type { ParsedPrompt } from './parse-prompt.ts';
import { harmless, parsedPrompt, renderPrompt } from './prompt.ts';
import { renderTemplate } from './template-engine.ts';

/** A piece of a filled prompt: the registry's own words, or what was put in for this run. */
export type PromptPart =
  | { kind: 'text'; text: string }
  | { kind: 'variable'; name: string; holds: VariableKind; text: string };

/** A filled prompt in pieces that tell what was put in from what stood there. Joined, they are what the model was sent. */
export function promptParts(
  text: string,
  variables: Readonly<Record<string, string>>,
): { system: readonly PromptPart[]; user: readonly PromptPart[] } {
  const prompt = parsedPrompt(text);
  const { system, user } = renderPrompt(text, variables);
  return { system: [{ kind: 'text', text: system }], user: cutAtVariables(prompt, user, harmless(prompt, variables)) };
}

/** Cuts where the same prompt, filled with marks, has them; a prompt that branches on a value is shown in one piece. */
function cutAtVariables(prompt: ParsedPrompt, filled: string, values: Record<string, string>): PromptPart[] {
  const kinds = prompt.header.value.variables;
  const marks = Object.fromEntries(Object.keys(kinds).map((name) => [name, `\u0000${name}\u0000`]));
  const pieces = renderTemplate(prompt.user, marks).split('\u0000');
  const parts = pieces.map((piece, index): PromptPart => {
    const holds = index % 2 === 1 ? kinds[piece] : undefined;
    return holds ? { kind: 'variable', name: piece, holds, text: values[piece] ?? '' } : { kind: 'text', text: piece };
  });
  return parts.map(({ text }) => text).join('') === filled ? parts : [{ kind: 'text', text: filled }];
}
