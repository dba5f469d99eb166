import type { PromptHeader, VariableKind } from './entries/prompt-header.ts';
import type { Problems } from './problems.ts';
import { pathsInto, variablesOf } from './template-engine.ts';

const blocks: readonly { tag: string; kinds: readonly VariableKind[] }[] = [
  { tag: 'facts', kinds: ['json'] },
  { tag: 'customer_message', kinds: ['line', 'text'] },
];

interface PromptTexts {
  file: string;
  system: string;
  user: string;
  variables: PromptHeader['variables'];
}

/** Holds a prompt to its declaration: every variable declared, used, and inside the block for its kind. */
export function checkPromptVariables({ file, system, user, variables }: PromptTexts, problems: Problems): void {
  const used = variablesOf(user);
  for (const name of used.filter((name) => !Object.hasOwn(variables, name))) {
    problems.add(`${file} user`, `uses {{ ${name} }}, which the front matter does not declare; add it under variables`);
  }
  for (const name of Object.keys(variables).filter((name) => !used.includes(name))) {
    problems.add(`${file} variables.${name}`, `is declared but never used; use {{ ${name} }} or remove it`);
  }
  for (const path of pathsInto(user)) {
    problems.add(`${file} user`, `reads {{ ${path} }}, and a variable is one text; put in the whole of it`);
  }
  for (const name of variablesOf(system)) {
    problems.add(`${file} system`, `uses {{ ${name} }}; move it to the user section, as nothing foreign goes here`);
  }
  for (const { name, place } of misplaced(user, variables)) {
    problems.add(`${file} user`, `has {{ ${name} }} outside of a block for its kind; put it inside ${place}`);
  }
}

function misplaced(user: string, variables: PromptHeader['variables']): { name: string; place: string }[] {
  let outside = user;
  const wrong: string[] = [];
  for (const { tag, kinds } of blocks) {
    const block = new RegExp(`^<${tag}>\\n[\\s\\S]*?\\n</${tag}>$`, 'gm');
    for (const [inside] of user.matchAll(block)) wrong.push(...variablesOf(inside).filter(isNot(kinds)));
    outside = outside.replace(block, '');
  }
  return [...wrong, ...variablesOf(outside)].map((name) => ({ name, place: placeFor(variables[name]) }));

  function isNot(kinds: readonly VariableKind[]) {
    return (name: string) => !kinds.some((kind) => kind === variables[name]);
  }
}

function placeFor(kind: VariableKind | undefined): string {
  return kind === 'json' ? '<facts>' : '<customer_message>';
}
