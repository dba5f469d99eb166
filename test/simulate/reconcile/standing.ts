import type { Finding } from './finding.ts';
import type { Records, TaskRecord } from './records.ts';

type RunRecord = Records['runs'][number];

/** Every open task has somebody who may decide it; every run is over, on paper and in Temporal, or waits for a named person. */
export function checkStanding(records: Records): Finding[] {
  const runs = new Map(records.runs.map((run) => [run.id, run]));
  const asked = new Set(records.questions.flatMap(({ runId, state }) => (state === 'open' ? [runId] : [])));
  const open = records.tasks.filter(({ state }) => state === 'open');
  const owned = new Set(open.filter((task) => ownersOf(records, task).length > 0).map(({ runId }) => runId));
  const childrenOf = Map.groupBy(records.runs, ({ parentRunId }) => parentRunId);
  const waits = (run: RunRecord): boolean =>
    owned.has(run.id) ||
    asked.has(run.id) ||
    (childrenOf.get(run.id) ?? []).some((child) => isOpen(child) && waits(child));
  return [
    ...open.flatMap((task) => checkTask(task, { run: runs.get(task.runId), owners: ownersOf(records, task) })),
    ...records.runs.flatMap((run) =>
      checkRun(run, { state: records.engine.get(run.id)?.kind ?? 'unknown', waits: waits(run) }),
    ),
    ...records.runs.flatMap(checkOwned),
    ...checkCancelled(records),
  ];
}

function ownersOf({ people }: Records, { audience, startedBy }: TaskRecord): readonly string[] {
  const asked = people.filter(({ id, names }) => id !== startedBy && names.some((name) => audience.includes(name)));
  return asked.map(({ id }) => id);
}

function checkTask(
  { id, runId, stepKey, audience, point }: TaskRecord,
  { run, owners }: { run: RunRecord | undefined; owners: readonly string[] },
): Finding[] {
  const where = { kind: 'task nobody owns', run: runId, step: stepKey } as const;
  const waits = `task ${id} (${point}) is open`;
  if (!run || !isOpen(run)) return [{ ...where, records: [waits, `its run is ${run?.outcome ?? 'unknown'}`] }];
  if (owners.length > 0) return [];
  return [{ ...where, records: [waits, `nobody who may decide is ${audience.join(' or ') || 'asked'}`] }];
}

function checkRun(run: RunRecord, { state, waits }: { state: string; waits: boolean }): Finding[] {
  const where = { kind: 'run neither ended nor waiting', run: run.id, step: run.process } as const;
  const inTemporal = `Temporal has it as ${state}`;
  if (isOpen(run)) {
    const onPaper = `the run is ${run.status}`;
    if (!waits) return [{ ...where, records: [onPaper, `nobody is asked, and ${inTemporal}`] }];
    return state === 'running' ? [] : [{ ...where, records: [onPaper, inTemporal] }];
  }
  const expected = run.outcome === 'never-started' ? state !== 'running' : state === 'ended';
  return expected ? [] : [{ ...where, records: [`the run came to ${run.outcome}`, inTemporal] }];
}

/** What was to have an owner ends as seen to, or because somebody stopped it. */
function checkOwned({ id, process, outcome, status }: RunRecord): Finding[] {
  const ends = ['seen-to', 'withdrawn', 'cancelled', 'terminated'];
  if (process !== 'route-enquiry' || status !== 'closed' || ends.includes(outcome ?? '')) return [];
  const records = [`the run came to ${outcome}`, 'nobody has seen to it'] as const;
  return [{ kind: 'task nobody owns', run: id, step: process, records }];
}

/** Nothing is cancelled that no operator had cancelled, itself or its parent. */
function checkCancelled({ runs, ledger }: Records): Finding[] {
  const ordered = new Set(ledger.flatMap(({ kind, runId }) => (kind === 'cancel-requested' ? [runId] : [])));
  return runs.flatMap(({ id, parentRunId, process, outcome }): Finding[] => {
    if (outcome !== 'cancelled' || ordered.has(id) || ordered.has(parentRunId)) return [];
    const records = ['the run came to cancelled', 'the ledger has nobody who had it cancelled'] as const;
    return [{ kind: 'run cancelled by nobody', run: id, step: process, records }];
  });
}

function isOpen({ status }: RunRecord): boolean {
  return status !== 'closed';
}
