import { DecisionChoice } from '#contracts/approval.ts';
import { AppError, isAppError } from '#contracts/errors.ts';
import type { ApprovalDetail } from '#contracts/http/approval.ts';
import type { Person } from '#contracts/person.ts';
import type { PolicyPort } from '#contracts/policy.ts';
import { createFindActor } from '#governance/approvals/acting-for.ts';
import {
  checkExpiry,
  checkUnused,
  createFindLink,
  type FindLinkParts,
  personOf,
  unknownLink,
} from '#governance/approvals/links-find.ts';
import { pageNonce } from '#governance/approvals/links-nonce.ts';
import { createMayDecide } from '#governance/approvals/may-decide.ts';
import { createReadSituation } from '#governance/approvals/read-situation.ts';
import { checkTime, tooLate } from '#governance/approvals/refuse.ts';
import type { Situation } from '#governance/approvals/situation.ts';
import { createCheckQuestions } from '#governance/questions/check-question.ts';
import { addressOfColleague } from '#governance/questions/colleague.ts';
import { createPinnedSnapshots } from '#governance/runs/pinned-snapshots.ts';
import type { LinkRow } from '#store/approval-links.ts';
import { findRun } from '#store/runs.ts';

type Verifier = Parameters<typeof createReadSituation>[0]['verifier'];

export interface ShowByLinkParts extends FindLinkParts {
  policy: PolicyPort;
  verifier: Verifier;
  people(): readonly Person[];
  show(by: Person, id: string): Promise<ApprovalDetail>;
}

export interface TaskByLink {
  by: Person;
  task: ApprovalDetail;
  /** What this person may choose now. */
  choices: readonly DecisionChoice[];
  /** Whom a question may go to, besides the customer. */
  colleagues: readonly Pick<Person, 'id' | 'name'>[];
  /** Goes back with the decision: it proves that the page was looked at. */
  nonce: string;
}

/** The task a link leads to, for its person to look at. Changes nothing, however often and by whomever it is asked. */
export function createShowByLink(parts: ShowByLinkParts) {
  const { reads, seals } = parts;
  const find = createFindLink(parts);
  const rights = createMayDecide(parts.policy);
  const readSituation = createReadSituation({ ...parts, rights });
  const findActor = createFindActor({ ...parts, rights });
  const checkQuestions = createCheckQuestions({ snapshotOf: createPinnedSnapshots() });

  return async (token: string): Promise<TaskByLink> => {
    const now = new Date();
    const link = await find(token);
    if (!link) throw unknownLink();
    const by = personOf(link, parts.person);
    const task = await parts.show(by, link.approvalId);
    const situation = await readSituation(reads, link.approvalId);
    await checkOpen(link, situation, now);
    const choices = await choicesOf(situation, by);
    const colleagues = parts.people().filter((other) => other.id !== by.id && addressOfColleague(other) !== undefined);
    return { by, task, choices, colleagues, nonce: pageNonce(seals, { tokenHash: link.tokenHash, at: now }) };
  };

  async function checkOpen(link: LinkRow, { row }: Situation, now: Date): Promise<void> {
    if (row.state !== 'open') throw spent(tooLate(row));
    checkUnused(link);
    checkExpiry(link, now);
    checkTime(row, { run: await findRun(reads, row.runId), now });
  }

  /** Judged as the decision itself will be; where nothing is left to choose, the reason is told. */
  async function choicesOf(situation: Situation, by: Person): Promise<readonly DecisionChoice[]> {
    const { options } = DecisionChoice;
    const refusals = await Promise.all(options.map((decision) => refusalOf(situation, { by, decision })));
    const choices = options.filter((_choice, index) => refusals[index] === undefined);
    const [refusal] = refusals;
    if (choices.length === 0 && refusal) throw refusal;
    return choices;
  }

  async function refusalOf(
    situation: Situation,
    word: { by: Person; decision: DecisionChoice },
  ): Promise<AppError | undefined> {
    try {
      await findActor(reads, situation, word);
      await checkQuestions(reads, situation.row, word);
      return undefined;
    } catch (error) {
      if (isAppError(error)) return error;
      throw error;
    }
  }
}

/** The link of a decided task has had its use; what was decided and by whom is told all the same. */
function spent(error: AppError): AppError {
  return error.code === 'already-decided' ? new AppError('link-spent', error.message, { facts: error.facts }) : error;
}
