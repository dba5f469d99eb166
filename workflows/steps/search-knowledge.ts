import { proxyLocalActivities } from '@temporalio/workflow';
import type { Activities } from '#activities/index.ts';
import type { KnowledgeFound } from '#activities/search-knowledge.ts';
import type { HasToWait } from '#contracts/guard.ts';
import type { ProcessRun } from './process-run.ts';
import { recordOptions } from './record-options.ts';
import { throughPauses } from './through-pauses.ts';

export interface KnowledgeWanted {
  /** In the words of whoever asks. */
  question: string;
  /** Which search of the run it is, where it is not the only one. */
  item?: string | undefined;
}

/** Finds what the firm wrote down about a question; an answer may cite the passages. */
export function searchKnowledge(
  run: ProcessRun,
  { question, item }: KnowledgeWanted,
): Promise<Exclude<KnowledgeFound, HasToWait>> {
  const activities = proxyLocalActivities<Activities>(recordOptions(run.snapshot, 'Search what the firm wrote down'));
  const input = { question, step: run.step('searchKnowledge', item) };
  return throughPauses(run, () => activities.searchKnowledge(input));
}
