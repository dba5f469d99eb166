import type { Decision, DecisionChoice } from '#contracts/approval.ts';
import { AppError, isAppError } from '#contracts/errors.ts';
import type { ApprovalDetail, DecisionMade } from '#contracts/http/approval.ts';
import type { Person } from '#contracts/person.ts';
import { asOpened } from '#governance/approvals/not-as-opened.ts';
import { refusedDecision } from '#governance/approvals/refused-decision.ts';
import { termsOf } from '#governance/approvals/terms.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { RecordLook } from '#governance/looks/index.ts';
import { partyOf } from '#governance/questions/party.ts';
import { commentPlace, decidedActionPlace, evidencePlace } from '#governance/runs/places.ts';
import type { Seals } from '#governance/seals/index.ts';
import { type ApprovalRow, findApproval } from '#store/approvals.ts';
import { findRun, type RunRow } from '#store/runs.ts';
import { createClaimsOfTask } from './claims-of-task.ts';
import type { Reads } from './database.ts';
import { describeApproval, erased, openAction, openFields } from './describe-approval.ts';
import { describeFacts } from './describe-facts.ts';
import { createDescribeWords } from './describe-words.ts';
import { refusedToSee, type Sight } from './judge-sight.ts';
import type { JudgeTask } from './judge-task.ts';
import { runOf } from './list-approvals.ts';

export interface ShowTaskParts {
  reads: Reads;
  seals: Seals;
  sight: Pick<Sight, 'maySee'>;
  recordLook: RecordLook;
  judge(row: ApprovalRow): Promise<Decision>;
  judgeTask: JudgeTask;
}

export interface ShowApprovalParts {
  reads: Reads;
  show: ReturnType<typeof createShowTask>;
  ledger: Ledger;
}

/** Shows the task of an id. Whoever looks at it to decide, and is not shown it, was refused that decision. */
export function createShowApproval({ reads, show, ledger }: ShowApprovalParts) {
  return async (by: Person, id: string, decision?: DecisionChoice): Promise<ApprovalDetail> => {
    const row = await findApproval(reads, id);
    if (!row) throw new AppError('not-found', `There is no task ${id}`);
    try {
      return await show(by, row);
    } catch (error) {
      if (decision !== undefined && isAppError(error))
        await ledger.append(reads, refusedDecision(row, { by: by.id, decision, code: error.code }));
      throw error;
    }
  };
}

/** One task whole: what will be done, what it was made from, what was said, and what was decided. */
export function createShowTask(parts: ShowTaskParts) {
  const { seals } = parts;
  const describeWords = createDescribeWords(parts);
  const claimsOf = createClaimsOfTask(parts);

  return async (by: Person, row: ApprovalRow): Promise<ApprovalDetail> => {
    if (!(await parts.sight.maySee(by, runOf(row)))) throw refusedToSee(by, `task ${row.id}`);
    const run = await findRun(parts.reads, row.runId);
    if (!run) throw new Error(`The run ${row.runId} of the task ${row.id} is missing`);
    await parts.recordLook({ by, what: 'task', runs: [row.runId] });
    return asOpened(row, () => shown(by, { row, run }));
  };

  async function shown(by: Person, { row, run }: { row: ApprovalRow; run: RunRow }): Promise<ApprovalDetail> {
    const evidence = await seals.open(row.evidenceSealed, evidencePlace(row.id));
    const described = await describeApproval(seals, row);
    return {
      ...described,
      openedAt: row.openedAt.toISOString(),
      startedBy: row.startedBy,
      editable: row.editable,
      policy: policyOf(row, run),
      ...formAndFacts(row),
      claims: await claimsOf({ row, run, action: described.action, evidence }),
      evidence: evidence.kind === 'tombstone' ? erased : (evidence.value as ApprovalDetail['evidence']),
      ...(await describeWords(row)),
      decision: await decisionOf(row),
      may: await parts.judgeTask(by, { row, run }),
    };
  }

  async function decisionOf(row: ApprovalRow): Promise<DecisionMade | null> {
    const { decision, decidedBy, decidedAt, decidedDigest } = row;
    if (!decision || !decidedBy || !decidedAt || !decidedDigest) return null;
    return {
      decision,
      by: decidedBy,
      onBehalfOf: row.onBehalfOf,
      with: row.decidedWith,
      at: decidedAt.toISOString(),
      digest: decidedDigest,
      signature: await signatureOf(row),
      comment: await commentOf(row),
      questionTo: row.questionTo === null ? null : partyOf(row.questionTo),
      action: row.decidedActionSealed
        ? await openAction(seals, row.decidedActionSealed, decidedActionPlace(row.id))
        : null,
      fields: await openFields(seals, row),
    };
  }

  async function signatureOf(row: ApprovalRow): Promise<DecisionMade['signature']> {
    try {
      const decision = await parts.judge(row);
      if (decision.kind !== 'void') return 'valid';
      return decision.code === 'signature-invalid' ? 'invalid' : 'erased';
    } catch (error) {
      if (isAppError(error) && error.code === 'decision-key-missing') return 'unknown';
      throw error;
    }
  }

  async function commentOf(row: ApprovalRow): Promise<DecisionMade['comment']> {
    if (!row.commentSealed) return null;
    const opened = await seals.open(row.commentSealed, commentPlace(row.id));
    return opened.kind === 'tombstone' ? erased : String(opened.value);
  }
}

function policyOf({ process, point }: ApprovalRow, run: RunRow): ApprovalDetail['policy'] {
  return { process, version: run.processVersion, point, snapshot: run.snapshotHash };
}

function formAndFacts(row: ApprovalRow): Pick<ApprovalDetail, 'facts' | 'form'> {
  const terms = termsOf(row);
  return { facts: describeFacts(terms), form: terms.form ?? null };
}
