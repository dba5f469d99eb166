import { Liquid, type Template } from 'liquidjs';

const allowedTags = new Set(['if', 'unless', 'comment']);

/** LiquidJS without filters and without tags that read files: what is put in comes out as it is, and only once. */
const engine = createEngine();

export type { Template };

export function parseTemplate(text: string): Template[] {
  return engine.parse(text);
}

export function renderTemplate(template: Template[], variables: Readonly<Record<string, string>>): string {
  return String(engine.renderSync(template, variables));
}

/** The names a template reads, each once. */
export function variablesOf(text: string): string[] {
  return [...new Set(engine.variablesSync(text))];
}

/** What a template reads inside of a variable, such as `facts.order`: there is nothing to be read there. */
export function pathsInto(text: string): string[] {
  const names = engine.variablesSync(text);
  return [...new Set(engine.fullVariablesSync(text))].filter((path) => !names.includes(path));
}

function createEngine(): Liquid {
  const liquid = new Liquid({ strictVariables: true, strictFilters: true, ownPropertyOnly: true, cache: false });
  for (const name of Object.keys(liquid.filters)) liquid.unregisterFilter(name);
  for (const name of Object.keys(liquid.tags)) if (!allowedTags.has(name)) delete liquid.tags[name];
  return liquid;
}
