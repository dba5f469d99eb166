import { AppError } from '#contracts/errors.ts';
import type { RunDetail } from '#contracts/http/run.ts';
import type { RunPause } from '#contracts/http/run-pause.ts';
import type { Person } from '#contracts/person.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { RecordLook } from '#governance/looks/index.ts';
import type { Seals } from '#governance/seals/index.ts';
import { type ApprovalRow, listApprovalsOfRun } from '#store/approvals.ts';
import { listLedgerOfRun } from '#store/ledger.ts';
import { listDoubtfulCallsOfRun } from '#store/model-calls.ts';
import { listMessagesOfRun } from '#store/outbox.ts';
import { listQuestionsOfRun } from '#store/questions.ts';
import { findRun, listChildren, type RunRow } from '#store/runs.ts';
import { listStepResults, type StepResultRow } from '#store/step-results.ts';
import type { MayOperate } from './admit-operator.ts';
import type { Reads } from './database.ts';
import { describePerhapsPaid } from './describe-perhaps-paid.ts';
import { describeRuns, itemOf } from './describe-run.ts';
import type { ProcessDefinitions } from './find-process.ts';
import { type MayRead, refusedToRead } from './judge-reader.ts';
import type { Sight } from './judge-sight.ts';
import { temporalUiRight } from './judge-temporal-ui.ts';
import { createOpenRun, type OpenRun } from './open-run.ts';
import { pathOf } from './path/path-of.ts';
import { findPauses } from './pauses-of.ts';
import { buildTimeline } from './timeline/build-timeline.ts';
import type { PromptVariables } from './timeline/describe-model-call.ts';
import { looksIn } from './timeline/looks-in.ts';
import { createReadLedger } from './timeline/read-ledger.ts';

export interface ShowRunParts {
  reads: Reads;
  seals: Seals;
  ledger: Pick<Ledger, 'verifies'>;
  definitions: ProcessDefinitions;
  mayRead: MayRead;
  sight: Pick<Sight, 'maySee'>;
  recordLook: RecordLook;
  mayOperate: MayOperate;
  promptVariables: PromptVariables;
  /** The run's page in the Temporal UI; nothing where no UI is known. */
  temporalUiOf(runId: string): string | null;
}

/** A run with everything that happened in it. What it is about is for whoever may see that, and leaves its entry. */
export function createShowRun(parts: ShowRunParts) {
  const { reads } = parts;
  const readLedger = createReadLedger(parts);
  const openRun = createOpenRun(parts);

  return async (by: Person, id: string): Promise<RunDetail> => {
    const row = await findRun(reads, id);
    if (!row) throw new AppError('not-found', `There is no run ${id}`);
    if (!parts.mayRead(by, row)) throw refusedToRead(by, `run ${id}`);
    const sees = await parts.sight.maySee(by, row);
    const [found] = await Promise.all([find(id), sees ? parts.recordLook({ by, what: 'run', runs: [id] }) : undefined]);
    const { approvals, children, doubtful, messages, questions, steps } = found;
    const ledger = await readLedger(found.ledger, { sees });
    const { startedAt } = row;
    const seen = children.filter((child) => parts.mayRead(by, child));
    const timeline = buildTimeline({ ledger, startedAt, children: seen, promptVariables: parts.promptVariables });
    const open = openRun({ sees });
    const pauses = (await findPauses(reads, [row]))(row);
    return {
      run: await detailOf(row, { open, pauses }),
      seesPersonalData: sees,
      looks: looksIn(ledger),
      pauses: [...pauses],
      path: pathOf(parts.definitions, { ...found, run: row, timeline }),
      timeline,
      perhapsPaid: doubtful.map(describePerhapsPaid),
      steps: steps.map(stepOf),
      approvals: approvals.map(approvalOf),
      questions: await Promise.all(questions.map(open.questionOf)),
      messages: await Promise.all(messages.map(open.messageOf)),
      children: await describeRuns(reads, seen),
      mayOperate: parts.mayOperate(by, row),
      temporalUi: temporalUiRight(by) === 'none' || row.trigger === 'ask' ? null : parts.temporalUiOf(id),
    };
  };

  async function find(id: string) {
    const [ledger, steps, approvals, questions, messages, children, doubtful] = await Promise.all([
      listLedgerOfRun(reads, id),
      listStepResults(reads, id),
      listApprovalsOfRun(reads, id),
      listQuestionsOfRun(reads, id),
      listMessagesOfRun(reads, id),
      listChildren(reads, id),
      listDoubtfulCallsOfRun(reads, id),
    ]);
    return { ledger, steps, approvals, questions, messages, children, doubtful };
  }
}

async function detailOf(
  row: RunRow,
  { open, pauses }: { open: OpenRun; pauses: readonly RunPause[] },
): Promise<RunDetail['run']> {
  return {
    ...itemOf(row, pauses),
    starterRole: row.starterRole,
    snapshot: row.snapshotHash,
    execution: row.execution,
    startedAt: row.startedAt?.toISOString() ?? null,
    input: await open.inputOf(row),
  };
}

function stepOf({ name, round, item, kind, startedAt, finishedAt, record }: StepResultRow): RunDetail['steps'][number] {
  return { name, round, item, kind, startedAt: startedAt.toISOString(), finishedAt: finishedAt.toISOString(), record };
}

function approvalOf(row: ApprovalRow): RunDetail['approvals'][number] {
  return {
    id: row.id,
    point: row.point,
    reason: row.reasonCode,
    state: row.state,
    waitsFor: { role: row.role, team: row.team },
    openedAt: row.openedAt.toISOString(),
    due: row.dueAt.toISOString(),
    decision: row.decision,
    decidedBy: row.decidedBy,
    decidedWith: row.decidedWith,
    onBehalfOf: row.onBehalfOf,
    decidedAt: row.decidedAt?.toISOString() ?? null,
  };
}
