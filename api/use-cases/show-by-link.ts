import type { DecisionChoice } from '#contracts/approval.ts';
import { AppError, isErrorCode } from '#contracts/errors.ts';
import type { ApprovalDetail } from '#contracts/http/approval.ts';
import type { Person } from '#contracts/person.ts';
import {
  checkExpiry,
  checkUnused,
  createFindLink,
  type FindLinkParts,
  personOf,
  unknownLink,
} from '#governance/approvals/links-find.ts';
import { pageNonce } from '#governance/approvals/links-nonce.ts';
import { checkTime, tooLate } from '#governance/approvals/refuse.ts';
import { addressOfColleague } from '#governance/questions/colleague.ts';
import type { LinkRow } from '#store/approval-links.ts';
import { findApproval } from '#store/approvals.ts';
import { findRun } from '#store/runs.ts';

export interface ShowByLinkParts extends FindLinkParts {
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

  return async (token: string): Promise<TaskByLink> => {
    const now = new Date();
    const link = await find(token);
    if (!link) throw unknownLink();
    const by = personOf(link, parts.person);
    const task = await parts.show(by, link.approvalId);
    await checkOpen(link, now);
    const choices = choicesOf(task);
    const colleagues = parts.people().filter((other) => other.id !== by.id && addressOfColleague(other) !== undefined);
    return { by, task, choices, colleagues, nonce: pageNonce(seals, { tokenHash: link.tokenHash, at: now }) };
  };

  async function checkOpen(link: LinkRow, now: Date): Promise<void> {
    const row = await findApproval(reads, link.approvalId);
    if (!row) throw new AppError('not-found', `There is no task ${link.approvalId}`);
    if (row.state !== 'open') throw spent(tooLate(row));
    checkUnused(link);
    checkExpiry(link, now);
    checkTime(row, { run: await findRun(reads, row.runId), now });
  }
}

/** What of it the page can offer; where nothing is left to choose, the reason is told. */
function choicesOf({ id, may }: ApprovalDetail): readonly DecisionChoice[] {
  if (may.decide.length > 0) return may.decide;
  const { code = '', detail = `Nobody may decide on ${id} by a link`, facts = {} } = may.refusal ?? {};
  throw new AppError(isErrorCode(code) ? code : 'forbidden', detail, { facts });
}

/** The link of a decided task has had its use; what was decided and by whom is told all the same. */
function spent(error: AppError): AppError {
  return error.code === 'already-decided' ? new AppError('link-spent', error.message, { facts: error.facts }) : error;
}
