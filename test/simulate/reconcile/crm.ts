import type { Finding } from './finding.ts';
import type { Records } from './records.ts';

/** The CRM holds each note of a step once, in whatever round it was written. */
export function checkCrm({ interactions }: Records): Finding[] {
  const notes = Map.groupBy(interactions, ({ runId, stepKey, digest }) => {
    const [, name, , ...item] = stepKey.split('/');
    return [runId, name, ...item, digest].join('/');
  });
  return [...notes.values()].flatMap((same): Finding[] => {
    const [first, second] = same;
    if (!first || !second) return [];
    const records = [`the CRM has a note under ${first.stepKey}`, `it has the same under ${second.stepKey}`] as const;
    return [{ kind: 'record written twice', run: first.runId, step: second.stepKey, records }];
  });
}
