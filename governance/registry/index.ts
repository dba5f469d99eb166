export type { Budget, ModelLimits } from './budgets-of.ts';
export { type Filling, fillingOf, variablesOf } from './filling-of.ts';
export { type KnowledgeRules, type LoadOptions, loadRegistry, type Registry } from './load-registry.ts';
export type { PeopleChange } from './people-file-now.ts';
export { renderPrompt } from './prompt.ts';
export { type PromptPart, promptParts } from './prompt-parts.ts';
export type { Article } from './read-articles.ts';
export { createRegistrySource, type RegistrySource } from './source.ts';
