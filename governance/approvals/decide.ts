import type { DecisionFields } from '#contracts/approval-form.ts';
import { AppError, isAppError } from '#contracts/errors.ts';
import type { Person } from '#contracts/person.ts';
import type { PolicyPort } from '#contracts/policy.ts';
import type { DecisionSigner, DecisionVerifier } from '#governance/keys/index.ts';
import type { Ledger } from '#governance/ledger/index.ts';
import { createCheckQuestions } from '#governance/questions/check-question.ts';
import { createPinnedSnapshots } from '#governance/runs/pinned-snapshots.ts';
import { fieldsPlace } from '#governance/runs/places.ts';
import type { Seals } from '#governance/seals/index.ts';
import type { Database } from '#platform/database/client.ts';
import { type ApprovalRow, findApproval } from '#store/approvals.ts';
import { findRun } from '#store/runs.ts';
import { createFindActor } from './acting-for.ts';
import { checkFounded } from './check-founded.ts';
import type { DecideOrder } from './decide-order.ts';
import { readFields } from './decided-fields.ts';
import { checkUnused } from './links-find.ts';
import { createMayDecide } from './may-decide.ts';
import { createPrepareDecision, type PreparedDecision } from './prepare-decision.ts';
import { createReadSituation } from './read-situation.ts';
import { checkOnce, checkTime, tooLate } from './refuse.ts';
import { refusedDecision } from './refused-decision.ts';
import type { Situation } from './situation.ts';
import { areSame, votesWith } from './votes-with.ts';
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
  const readSituation = createReadSituation({ ...parts, rights });
  const findActor = createFindActor({ ...parts, rights });
  const prepare = createPrepareDecision(parts);
  const checkQuestions = createCheckQuestions({ snapshotOf: createPinnedSnapshots() });
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
    const situation = await readSituation(direct, order.approvalId);
    const { row } = situation;
    const find = (fields?: DecisionFields) => findActor(direct, situation, { by, decision: request.decision, fields });
    // Whoever said the same before hears the same again, whoever is asked by now.
    const said = saidBefore(situation, order);
    const known = said.length > 0 ? undefined : await find();
    const prepared = await prepare(row, order);
    if (votesWith(said, prepared.fields).some(({ digest }) => digest === prepared.digest)) return row;
    if (row.state !== 'open') return repeatOrRefuse(row, order, prepared);
    // Whoever may decide may still have filled in more than they answer for.
    const actor = known && !prepared.fields ? known : await find(prepared.fields);
    checkOnce(situation, actor);
    checkUnused(order.link);
    checkFounded(row, request.decision);
    await checkQuestions(direct, row, request);
    const given = { ...order, ...actor };
    const written = request.digest === row.digest ? await write(situation, given, prepared) : undefined;
    return written ?? decideAnew(row, order, tries);
  }

  /** Somebody else was faster: what stands now decides what this word is worth. */
  async function decideAnew(row: ApprovalRow, order: DecideOrder, tries: number): Promise<ApprovalRow> {
    checkTime(row, { run: await findRun(direct, row.runId), now: new Date() });
    if (order.request.digest !== row.digest) throw otherDigest(row);
    if (tries > 1) return decide(order, tries - 1);
    throw new AppError('already-decided', 'Others keep deciding at the same moment: load the task again');
  }

  /** The same word by the same person again is answered with the first outcome; anything else comes too late. */
  async function repeatOrRefuse(
    row: ApprovalRow,
    { by, request }: DecideOrder,
    { digest, fields }: PreparedDecision,
  ): Promise<ApprovalRow> {
    const { decidedBy, decision, decidedDigest, state } = row;
    const isSame = decidedBy === by.id && decision === request.decision && decidedDigest === digest;
    if (!isSame || state === 'void') throw tooLate(row);
    const given = await readFields(parts.seals, row.fieldsSealed, fieldsPlace(row.id));
    if (areSame(given, fields)) return row;
    throw tooLate(row);
  }

  async function recordRefusal({ approvalId, by, request }: DecideOrder, error: AppError): Promise<void> {
    await parts.database.transaction(async (tx) => {
      const row = await findApproval(tx, approvalId);
      const refused = { by: by.id, decision: request.decision, code: error.code };
      if (row) await parts.ledger.append(tx, refusedDecision(row, refused));
    });
  }
}

/** Where this person said this before. */
function saidBefore({ votes }: Situation, { by, request }: DecideOrder): Situation['votes'] {
  return votes.filter(({ person, decision }) => person === by.id && decision === request.decision);
}

function otherDigest({ digest }: ApprovalRow): AppError {
  return new AppError('digest-mismatch', 'What you decided on is not what the task holds: load it again', {
    facts: { digest },
  });
}
