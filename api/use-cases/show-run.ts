import { AppError } from '#contracts/errors.ts';
import type { RunDetail, RunQuestion, SealedContent } from '#contracts/http/run.ts';
import type { Person } from '#contracts/person.ts';
import { QuestionState } from '#contracts/question.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import { partyOf } from '#governance/questions/party.ts';
import { inputPlace } from '#governance/runs/places.ts';
import type { Seals } from '#governance/seals/index.ts';
import { type ApprovalRow, listApprovalsOfRun } from '#store/approvals.ts';
import { listLedgerOfRun } from '#store/ledger.ts';
import { listMessagesOfRun, type OutboxRow } from '#store/outbox.ts';
import { listQuestionsOfRun, type QuestionRow } from '#store/questions.ts';
import { findRun, listChildren, type RunRow } from '#store/runs.ts';
import { listStepResults, type StepResultRow } from '#store/step-results.ts';
import type { MayOperate } from './admit-operator.ts';
import type { Reads } from './database.ts';
import { itemOf } from './describe-run.ts';
import { type MayRead, refusedToRead } from './judge-reader.ts';
import { temporalUiRight } from './judge-temporal-ui.ts';
import { buildTimeline } from './timeline/build-timeline.ts';
import type { PromptVariables } from './timeline/describe-model-call.ts';
import { createReadLedger } from './timeline/read-ledger.ts';

export interface ShowRunParts {
  reads: Reads;
  seals: Seals;
  ledger: Pick<Ledger, 'verifies'>;
  mayRead: MayRead;
  mayOperate: MayOperate;
  promptVariables: PromptVariables;
  /** The run's page in the Temporal UI; nothing where no UI is known. */
  temporalUiOf(runId: string): string | null;
}

/** A run with everything that happened in it. */
export function createShowRun(parts: ShowRunParts) {
  const { reads } = parts;
  const readLedger = createReadLedger(parts);

  return async (by: Person, id: string): Promise<RunDetail> => {
    const row = await findRun(reads, id);
    if (!row) throw new AppError('not-found', `There is no run ${id}`);
    if (!parts.mayRead(by, row)) throw refusedToRead(by, `run ${id}`);
    const [rows, steps, approvals, questions, messages, children] = await Promise.all([
      listLedgerOfRun(reads, id),
      listStepResults(reads, id),
      listApprovalsOfRun(reads, id),
      listQuestionsOfRun(reads, id),
      listMessagesOfRun(reads, id),
      listChildren(reads, id),
    ]);
    const ledger = await readLedger(rows);
    return {
      run: await detailOf(row),
      timeline: buildTimeline({ ledger, startedAt: row.startedAt, promptVariables: parts.promptVariables }),
      steps: steps.map(stepOf),
      approvals: approvals.map(approvalOf),
      questions: questions.map(questionOf),
      messages: messages.map(messageOf),
      children: children.filter((child) => parts.mayRead(by, child)).map(itemOf),
      mayOperate: parts.mayOperate(by, row),
      temporalUi: temporalUiRight(by) === 'none' ? null : parts.temporalUiOf(id),
    };
  };

  async function detailOf(row: RunRow): Promise<RunDetail['run']> {
    return {
      ...itemOf(row),
      starterRole: row.starterRole,
      snapshot: row.snapshotHash,
      execution: row.execution,
      startedAt: row.startedAt?.toISOString() ?? null,
      input: await inputOf(row),
    };
  }

  async function inputOf(row: RunRow): Promise<SealedContent> {
    const opened = await parts.seals.open(row.inputSealed, inputPlace(row.id));
    return opened.kind === 'tombstone' ? { kind: 'erased' } : { kind: 'content', value: opened.value };
  }
}

function stepOf({ name, round, item, kind, startedAt, finishedAt, record }: StepResultRow): RunDetail['steps'][number] {
  return { name, round, item, kind, startedAt: startedAt.toISOString(), finishedAt: finishedAt.toISOString(), record };
}

function approvalOf(row: ApprovalRow): RunDetail['approvals'][number] {
  return {
    id: row.id,
    point: row.point,
    state: row.state,
    waitsFor: { role: row.role, team: row.team },
    due: row.dueAt.toISOString(),
    decidedBy: row.decidedBy,
    decidedAt: row.decidedAt?.toISOString() ?? null,
  };
}

function messageOf(row: OutboxRow): RunDetail['messages'][number] {
  return {
    id: row.id,
    class: row.messageClass,
    state: row.state,
    messageId: row.messageId,
    attempts: row.attempts,
    queuedAt: row.queuedAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    lastError: row.lastError,
  };
}

function questionOf({ id, askedOf, state, askedAt, expiresAt, closedAt }: QuestionRow): RunQuestion {
  return {
    id,
    to: partyOf(askedOf),
    state: QuestionState.parse(state),
    askedAt: askedAt?.toISOString() ?? null,
    until: expiresAt?.toISOString() ?? null,
    closedAt: closedAt?.toISOString() ?? null,
  };
}
