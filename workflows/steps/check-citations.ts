import { proxyLocalActivities } from '@temporalio/workflow';
import type { CheckCitationsInput, CitationsChecked } from '#activities/check-citations.ts';
import type { Activities } from '#activities/index.ts';
import type { HasToWait } from '#contracts/guard.ts';
import type { ProcessRun } from './process-run.ts';
import { recordOptions } from './record-options.ts';
import { throughPauses } from './through-pauses.ts';

export interface CitedAnswer extends Pick<CheckCitationsInput, 'statements' | 'evidence'> {
  /** When it is looked at: as it is made, or as it is sent. */
  at: 'checkMade' | 'checkSent';
  /** Of which draft, or at which task. */
  item: string;
}

/** Holds an answer against what it cites, as that stands now. What may not be sent goes to a person. */
export function checkCitations(
  run: ProcessRun,
  { at, item, ...answer }: CitedAnswer,
): Promise<Exclude<CitationsChecked, HasToWait>> {
  const activities = proxyLocalActivities<Activities>(
    recordOptions(run.snapshot, 'Hold the answer against its sources'),
  );
  const { calendars, fallbackReply, limits, standingTexts } = run.snapshot;
  const snapshot = { calendars, fallbackReply, limits, standingTexts };
  const input = { ...answer, snapshot, step: run.step(at, item) };
  return throughPauses(run, () => activities.checkCitations(input));
}
