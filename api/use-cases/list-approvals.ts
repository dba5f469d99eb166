import type { ApprovalList, ApprovalListQuery } from '#contracts/http/approval.ts';
import type { Person } from '#contracts/person.ts';
import { createDelegatorsOf } from '#governance/approvals/acting-for.ts';
import { wordsOfPerson } from '#governance/approvals/terms.ts';
import type { Seals } from '#governance/seals/index.ts';
import { type Decider, listApprovals } from '#store/approval-list.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import type { Reads } from './database.ts';
import { describeApproval } from './describe-approval.ts';
import { cursorBehind, orderOf } from './inbox-order.ts';
import type { MayRead } from './judge-reader.ts';
import { cutPage, defaultLimit } from './page-cursor.ts';

export interface ListApprovalsParts {
  reads: Reads;
  seals: Seals;
  mayRead: MayRead;
  person(id: string): Person | undefined;
}

type InboxDecider = Decider & { for?: string };

/** The inbox: tasks newest first or by urgency, with exactly what each would do. */
export function createListApprovals(parts: ListApprovalsParts) {
  const delegatorsOf = createDelegatorsOf(parts);

  return async (by: Person, query: ApprovalListQuery): Promise<ApprovalList> => {
    const { limit = defaultLimit, mine, state, run } = query;
    const order = orderOf(query);
    const deciders = mine ? await decidersOf(by) : undefined;
    const filters = { state, run, decidableBy: deciders };
    const found = await listApprovals(parts.reads, { filters, order, limit: limit + 1 });
    const { rows, next } = cutPage(found, limit, (row) => cursorBehind(order, row));
    const readable = rows.filter((row) => parts.mayRead(by, runOf(row)));
    const items = readable.map(async (row) => ({
      ...(await describeApproval(parts.seals, row)),
      ...forWhom(row, deciders),
    }));
    return { items: await Promise.all(items), next };
  };

  /** First of all themselves. */
  async function decidersOf(by: Person): Promise<readonly InboxDecider[]> {
    const others = await delegatorsOf(parts.reads, by);
    const own = { words: wordsOfPerson(by), people: [by.id] };
    return [own, ...others.map((other) => ({ for: other.id, words: wordsOfPerson(other), people: [by.id, other.id] }))];
  }
}

function forWhom(row: ApprovalRow, deciders: readonly InboxDecider[] = []): { for?: string } {
  const decider = deciders.find(({ words, people }) => {
    const hasPart = [row.startedBy, ...row.voters, ...row.editors].some((person) => people.includes(person));
    return !hasPart && words.some((word) => row.audience.includes(word));
  });
  return decider?.for === undefined ? {} : { for: decider.for };
}

export function runOf({ runId, process, startedBy }: ApprovalRow): { id: string; process: string; startedBy: string } {
  return { id: runId, process, startedBy };
}
