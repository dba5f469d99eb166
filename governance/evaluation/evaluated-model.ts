import type { Half } from './cases/read-case-file.ts';
import type { ClassificationScore } from './score-classification.ts';
import type { DraftScore } from './score-drafts.ts';
import type { Usage } from './usage.ts';

export type Score = ({ kind: 'classification' } & ClassificationScore) | ({ kind: 'drafts' } & DraftScore);

/** A case that was not answered as it should be, and how it was. */
export interface Miss {
  id: string;
  what: string;
}

export interface HalfResult {
  half: Half;
  cases: number;
  score: Score;
  usage: Usage;
  /** Of the development half alone: nothing is made better by the other. */
  misses: readonly Miss[];
}

/** How well one model answers one prompt. */
export interface EvaluatedModel {
  model: string;
  /** The version that it has to name in its answers. */
  reports: string;
  halves: readonly HalfResult[];
}

export interface EvaluatedPrompt {
  /** By `PROCESS/NAME`. */
  prompt: string;
  version: number;
  /** For which the labels were written; of another one they have to be looked at again. */
  casesFor: number;
  models: readonly EvaluatedModel[];
}
