import { DecisionChoice } from '#contracts/approval.ts';
import { type AppError, isAppError } from '#contracts/errors.ts';
import type { TaskRights } from '#contracts/http/approval.ts';
import type { Person } from '#contracts/person.ts';
import { type Actor, createFindActor } from '#governance/approvals/acting-for.ts';
import { checkFounded } from '#governance/approvals/check-founded.ts';
import { createMayTake } from '#governance/approvals/may-take.ts';
import { createSituationOf } from '#governance/approvals/read-situation.ts';
import type { ReadVotesParts } from '#governance/approvals/read-votes.ts';
import { checkOnce, checkTime } from '#governance/approvals/refuse.ts';
import type { Situation } from '#governance/approvals/situation.ts';
import { takesDecision } from '#governance/approvals/takes-decision.ts';
import { createCheckQuestions } from '#governance/questions/check-question.ts';
import { createPinnedSnapshots } from '#governance/runs/pinned-snapshots.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import type { RunRow } from '#store/runs.ts';
import type { Reads } from './database.ts';

/** A task as it was read, and its run. */
export interface JudgedTask {
  row: ApprovalRow;
  run: RunRow;
}

export type JudgeTask = ReturnType<typeof createJudgeTask>;

const nothing: TaskRights = { decide: [], refusal: null, for: null, claim: false, release: false, reassign: false };

/** What somebody may do with a task now, judged as the act itself will be. */
export function createJudgeTask(parts: ReadVotesParts & { reads: Reads }) {
  const { reads } = parts;
  const situationOf = createSituationOf(parts);
  const findActor = createFindActor(parts);
  const { mayHandOn } = createMayTake(parts);
  const checkQuestions = createCheckQuestions({ snapshotOf: createPinnedSnapshots() });

  return async (by: Person, { row, run }: JudgedTask): Promise<TaskRights> => {
    if (row.state !== 'open') return nothing;
    const over = timeOver({ row, run });
    if (over) return { ...nothing, refusal: described(over) };
    const situation = await situationOf(reads, row);
    const handsOn = await mayHandOn(reads, situation, by);
    return {
      ...(await decisionsOf(situation, by)),
      claim: await mayClaim(situation, by),
      release: row.claimedBy !== null && handsOn,
      reassign: handsOn,
    };
  };

  async function decisionsOf(
    situation: Situation,
    by: Person,
  ): Promise<Pick<TaskRights, 'decide' | 'refusal' | 'for'>> {
    const fitting = DecisionChoice.options.filter((decision) => takesDecision(situation.row, decision));
    const tried = await Promise.all(fitting.map((decision) => tryWord(situation, { by, decision })));
    const decide = fitting.filter((_decision, index) => tried[index]?.kind === 'taken');
    const taken = tried.find((each) => each.kind === 'taken');
    const refused = tried.find((each) => each.kind === 'refused');
    return { decide, refusal: refused ? described(refused.error) : null, for: taken?.actor.onBehalfOf?.id ?? null };
  }

  async function tryWord(situation: Situation, word: { by: Person; decision: DecisionChoice }): Promise<Tried> {
    try {
      const actor = await findActor(reads, situation, word);
      checkOnce(situation, actor);
      checkFounded(situation.row, word.decision);
      await checkQuestions(reads, situation.row, word);
      return { kind: 'taken', actor };
    } catch (error) {
      if (isAppError(error)) return { kind: 'refused', error };
      throw error;
    }
  }

  async function mayClaim(situation: Situation, by: Person): Promise<boolean> {
    if (situation.row.claimedBy !== null) return false;
    return (await tryWord(situation, { by, decision: 'approve' })).kind === 'taken';
  }
}

function timeOver({ row, run }: JudgedTask): AppError | undefined {
  try {
    checkTime(row, { run, now: new Date() });
    return undefined;
  } catch (error) {
    if (isAppError(error)) return error;
    throw error;
  }
}

type Tried = { kind: 'taken'; actor: Actor } | { kind: 'refused'; error: AppError };

function described({ code, row, message, facts }: AppError): TaskRights['refusal'] {
  return { code, title: row.title, detail: message, facts: { ...facts } };
}
