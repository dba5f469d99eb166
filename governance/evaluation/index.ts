export { type Accepted, type Fall, fallsSince, readAccepted, writeAccepted } from './accepted.ts';
export type { AskCaseParts } from './ask-case.ts';
export type { Half } from './cases/read-case-file.ts';
export { createCheckAsking } from './check-asking.ts';
export { createEvaluatePrompt } from './evaluate-prompt.ts';
export type { EvaluatedModel, EvaluatedPrompt, HalfResult, Miss, Score } from './evaluated-model.ts';
export type { Share } from './wilson.ts';
