import { AppError, isAppError } from '#contracts/errors.ts';
import type { Person } from '#contracts/person.ts';
import type { PolicyPort } from '#contracts/policy.ts';
import type { DecisionSigner, DecisionVerifier } from '#governance/keys/index.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { Database } from '#platform/database/client.ts';
import type { VoteRow } from '#store/approval-votes.ts';
import { type ApprovalRow, findApproval } from '#store/approvals.ts';
import { findRun } from '#store/runs.ts';
import type { DecideOrder } from './decide-order.ts';
import { createMayDecide } from './may-decide.ts';
import { createPrepareDecision, type PreparedDecision } from './prepare-decision.ts';
import { progressOf, stageAt } from './progress.ts';
import { createReadVotes } from './read-votes.ts';
import { checkTime, tooLate } from './refuse.ts';
import type { Situation } from './situation.ts';
import { termsOf } from './terms.ts';
import type { NoticeOfStage } from './write-vote.ts';
import { createWriteWord } from './write-word.ts';

export interface DecideParts {
  database: Database;
  ledger: Ledger;
  policy: PolicyPort;
  seals: Seals;
  signer: DecisionSigner;
  verifier: DecisionVerifier;
  person(id: string): Person | undefined;
  /** Tells the people of the next stage. */
  notice: NoticeOfStage;
}

/** So often somebody else may be faster before it is given up. */
const mostTries = 5;

/** Takes a person's word: right, time and digest are checked; the first one that completes the task wins. */
export function createDecide(parts: DecideParts) {
  const { direct } = parts.database;
  const rights = createMayDecide(parts.policy);
  const readVotes = createReadVotes({ ...parts, rights });
  const prepare = createPrepareDecision(parts);
  const write = createWriteWord({ ...parts, rights });

  return async (order: DecideOrder): Promise<ApprovalRow> => {
    try {
      return await decide(order, mostTries);
    } catch (error) {
      if (isAppError(error) && error.code !== 'not-found') await recordRefusal(order, error);
      throw error;
    }
  };

  async function decide(order: DecideOrder, tries: number): Promise<ApprovalRow> {
    const { by, request } = order;
    const situation = await look(order.approvalId);
    const { row, terms, stage, votes } = situation;
    const hasVoted = votes.some(({ person, decision }) => person === by.id && decision === request.decision);
    if (!hasVoted) rights.checkRight(row, { terms, stage, by, decision: request.decision });
    const prepared = await prepare(row, order);
    if (votes.some((vote) => isSameVote(vote, order, prepared))) return row;
    if (row.state !== 'open') return repeatOrRefuse(row, order, prepared);
    checkOnce(situation, by);
    const written = request.digest === row.digest ? await write(situation, order, prepared) : undefined;
    if (written) return written;
    checkTime(row, { run: await findRun(direct, row.runId), now: new Date() });
    if (request.digest !== row.digest) throw otherDigest(row);
    // Somebody else was faster: what stands now decides what this word is worth.
    if (tries > 1) return decide(order, tries - 1);
    throw new AppError('already-decided', 'Others keep deciding at the same moment: load the task again');
  }

  async function look(approvalId: string): Promise<Situation> {
    const row = await findApproval(direct, approvalId);
    if (!row) throw new AppError('not-found', `There is no task ${approvalId}`);
    const terms = termsOf(row);
    const { stages } = terms;
    const asksSeveral = row.votes > 0 || stages.length > 1 || stageAt(terms, 0).quorum > 1;
    const votes = asksSeveral ? await readVotes(direct, row, terms) : [];
    const { stage } = progressOf(terms, votes, row.digest);
    return { row, terms, votes, stage: Math.min(stage, stages.length - 1) };
  }

  async function recordRefusal({ approvalId, by, request }: DecideOrder, error: AppError): Promise<void> {
    await parts.database.transaction(async (tx) => {
      const row = await findApproval(tx, approvalId);
      const body = { approval: approvalId, decision: request.decision, code: error.code };
      await parts.ledger.append(tx, {
        kind: 'decision-refused',
        ...(row ? { runId: row.runId } : {}),
        actor: by.id,
        body,
      });
    });
  }
}

/** Nobody counts twice for one text, in whatever stage. */
function checkOnce({ row, terms, votes }: Situation, by: Person): void {
  if (!progressOf(terms, votes, row.digest).people.includes(by.id)) return;
  throw new AppError('already-decided', 'You have agreed to this text already; now others are asked', {
    facts: { state: row.state, decidedBy: by.id },
  });
}

function otherDigest({ digest }: ApprovalRow): AppError {
  return new AppError('digest-mismatch', 'What you decided on is not what the task holds: load it again', {
    facts: { digest },
  });
}

/** The same choice by the same person again is answered with the first outcome; anything else comes too late. */
function repeatOrRefuse(row: ApprovalRow, { by, request }: DecideOrder, prepared: PreparedDecision): ApprovalRow {
  const isSame = row.decidedBy === by.id && row.decision === request.decision && row.decidedDigest === prepared.digest;
  if (isSame && row.state !== 'void') return row;
  throw tooLate(row);
}

function isSameVote(vote: VoteRow, { by, request }: DecideOrder, { digest }: PreparedDecision): boolean {
  return vote.person === by.id && vote.decision === request.decision && vote.digest === digest;
}
