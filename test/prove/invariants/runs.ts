import type { RunRow } from '#store/runs.ts';
import type { World } from '../read-world.ts';

/** Every accepted run is over, or waits for somebody who exists; and the list says what Temporal says. */
export function checkRuns(world: World): string[] {
  return world.runs.flatMap((run) => [...standing(world, run), ...projection(world, run), ...entries(world, run)]);
}

function standing(world: World, run: RunRow): string[] {
  if (run.status === 'closed' || waitsForSomebody(world, run)) return [];
  return [`${run.id} is ${run.status} and waits for nobody`];
}

function waitsForSomebody(world: World, run: RunRow): boolean {
  const asked = world.tasks.some(({ row }) => {
    if (row.runId !== run.id || row.state !== 'open') return false;
    return world.peopleWithRole(row.role).some((person) => person !== row.startedBy);
  });
  const waitsForAnswer = world.questions.some(({ runId, state }) => runId === run.id && state === 'open');
  return (
    asked ||
    waitsForAnswer ||
    world.runs.some(
      (child) => child.parentRunId === run.id && child.status !== 'closed' && waitsForSomebody(world, child),
    )
  );
}

function projection(world: World, run: RunRow): string[] {
  const state = world.engine.get(run.id) ?? { kind: 'unknown' };
  if (run.status !== 'closed') {
    const same = state.kind === 'running' && (run.temporalRunId === null || run.temporalRunId === state.executionId);
    return same ? [] : [`${run.id} is ${run.status} on paper and ${state.kind} in Temporal`];
  }
  if (run.outcome === 'never-started')
    return state.kind === 'running' ? [`${run.id} never started on paper and runs in Temporal`] : [];
  if (state.kind !== 'ended') return [`${run.id} is closed on paper and ${state.kind} in Temporal`];
  const problems =
    run.temporalRunId === state.executionId
      ? []
      : [`${run.id} names ${run.temporalRunId}, its last execution is ${state.executionId}`];
  if (run.outcome === 'terminated' && state.end !== 'terminated')
    problems.push(`${run.id} is terminated on paper and ${state.end} in Temporal`);
  return problems;
}

function entries({ ledger }: World, run: RunRow): string[] {
  const of = (kind: string) => ledger.filter((entry) => entry.runId === run.id && entry.kind === kind);
  const problems: string[] = [];
  if (of('run-accepted').length !== 1)
    problems.push(`${run.id} has ${of('run-accepted').length} entries that it was accepted`);
  const last = of('run-closed').at(-1)?.body.outcome;
  if (run.status === 'closed' && last !== run.outcome)
    problems.push(`${run.id} came to ${run.outcome}, the ledger says ${last}`);
  return problems;
}
