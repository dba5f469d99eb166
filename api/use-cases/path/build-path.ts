import type { RunPath } from '#contracts/http/run-path.ts';
import { type ProcessPath, pathEnd, pathStart } from '#contracts/process-path.ts';
import type { RunOutcome } from '#contracts/run.ts';
import { type Visit, type VisitSources, visitsOf } from './visits.ts';

export interface PathSource extends VisitSources {
  /** The ways through the process as the code knows it now. */
  path: ProcessPath;
  createdAt: string;
  closedAt: string | null;
  outcome: RunOutcome | null;
  /** Where the run waits for somebody, or for another run. */
  waitsAt: string | undefined;
}

type Step = RunPath['steps'][number];

/** Ends that came from outside the story. */
const stops: readonly (RunOutcome | null)[] = ['cancelled', 'terminated', 'timed-out', 'failed', 'never-started'];
const failures: readonly (RunOutcome | null)[] = ['failed', 'timed-out', 'blocked', 'undeliverable', 'unconfirmed'];

/** The picture of a process with the way that a run took in it. A step that the picture lacks is added: it was taken. */
export function buildPath(source: PathSource): RunPath {
  const visits = visitsOf(source);
  const taken = waysTaken(source, visits);
  const ways = new Map([...waysOf(source.path), ...taken].map((way) => [keyOf(way), way]));
  const isTaken = new Set(taken.map(keyOf));
  return {
    steps: stepsOf(source, visits),
    ways: [...ways].map(([key, way]) => ({ ...way, taken: isTaken.has(key) })),
  };
}

interface Way {
  from: string;
  to: string;
}

function keyOf({ from, to }: Way): string {
  return `${from} ${to}`;
}

function waysOf(path: ProcessPath): Way[] {
  const ways = path.flatMap(({ name, next }) => next.map((to) => ({ from: name, to })));
  return [{ from: pathStart, to: path[0].name }, ...ways];
}

function waysTaken(source: PathSource, visits: readonly Visit[]): Way[] {
  const ways = visits.flatMap(({ step, anew }, index) => {
    const from = visits[index - 1]?.step ?? pathStart;
    return anew || from === step ? [] : [{ from, to: step }];
  });
  const last = visits.at(-1);
  return last && hasEnded(source) ? [...ways, { from: last.step, to: pathEnd }] : ways;
}

/** Whether the story itself came to its end. */
function hasEnded({ outcome }: PathSource): boolean {
  return outcome !== null && !stops.includes(outcome);
}

function stepsOf(source: PathSource, visits: readonly Visit[]): Step[] {
  const { path, createdAt, closedAt } = source;
  const drawn = new Set(path.map(({ name }) => name));
  const others = [...new Set(visits.map(({ step }) => step))].filter((step) => !drawn.has(step));
  const known = path.map(({ name, title, nature }) => ({ name, title, nature }));
  const added = others.map((name) => ({ name, title: name, nature: 'record' as const }));
  const end = { state: endState(source), times: hasEnded(source) ? 1 : 0, at: hasEnded(source) ? closedAt : null };
  return [
    { name: pathStart, title: 'Started', nature: 'start', state: 'taken', times: 1, at: createdAt },
    ...[...known, ...added].map((step) => ({ ...step, ...standingOf(step.name, { source, visits }) })),
    { name: pathEnd, title: 'The run is over', nature: 'end', ...end },
  ];
}

function endState(source: PathSource): Step['state'] {
  if (hasEnded(source)) return 'taken';
  return source.outcome === null ? 'ahead' : 'skipped';
}

function standingOf(
  name: string,
  { source, visits }: { source: PathSource; visits: readonly Visit[] },
): Pick<Step, 'state' | 'times' | 'at'> {
  const own = visits.filter(({ step }) => step === name);
  return { state: stateOf(name, { source, visits, own }), times: own.length, at: own[0]?.at ?? null };
}

function stateOf(
  name: string,
  { source, visits, own }: { source: PathSource; visits: readonly Visit[]; own: readonly Visit[] },
): Step['state'] {
  const { outcome, waitsAt } = source;
  const last = visits.at(-1)?.step;
  const isLast = last === name;
  if (outcome === null && (waitsAt ?? last) === name) return 'current';
  if (own.length === 0) return outcome === null ? 'ahead' : 'skipped';
  if (isLast && failures.includes(outcome)) return 'failed';
  if (isLast && stops.includes(outcome)) return 'stopped';
  return own.at(-1)?.failed ? 'failed' : 'taken';
}
