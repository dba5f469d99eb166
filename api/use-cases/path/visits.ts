import type { TimelineEntry } from '#contracts/http/timeline.ts';

/** A step that a run came to: which, when, and how it went. */
export interface Visit {
  step: string;
  at: string;
  failed: boolean;
  /** An operator had the run done again: this visit follows from none before. */
  anew: boolean;
}

export interface VisitSources {
  timeline: readonly TimelineEntry[];
  /** The step that put a task before people, by the id of the task. */
  stepsOfTasks: ReadonlyMap<string, string>;
}

/** The steps of a run in the order it came to them; what is tried several times over is one visit. */
export function visitsOf({ timeline, stepsOfTasks }: VisitSources): Visit[] {
  const retries = timeline.filter(({ kind, body }) => kind === 'operator' && 'execution' in body).map(({ at }) => at);
  const seen = timeline.flatMap((entry) => {
    const step = entry.kind === 'task-opened' ? stepsOfTasks.get(entry.approval ?? '') : entry.step;
    const at = entry.since ?? entry.at;
    return step === undefined ? [] : [{ step, at, failed: hasFailed(entry) }];
  });
  const visits: Visit[] = [];
  for (const { step, at, failed } of seen.toSorted((one, other) => one.at.localeCompare(other.at))) {
    const last = visits.at(-1);
    const anew = last !== undefined && retries.some((retry) => last.at < retry && retry <= at);
    if (last?.step === step && !anew) last.failed = failed;
    else visits.push({ step, at, failed, anew });
  }
  return visits;
}

function hasFailed({ kind, result }: TimelineEntry): boolean {
  return kind === 'refused' || result === 'failed' || result === 'unknown';
}
