import type { ApprovalItem } from '#contracts/http/approval.ts';
import type { ApprovalListRow } from '#store/approval-list.ts';
import type { InboxDecider } from './deciders.ts';

/** Why a task stands in an inbox: the first right by which whoever looks may decide on it. Nothing in a list of all tasks. */
export function inboxPartOf(
  row: ApprovalListRow,
  deciders: readonly InboxDecider[] = [],
): Pick<ApprovalItem, 'asked' | 'for'> {
  const decider = deciders.find(({ words, people }) => {
    const hasPart = [row.startedBy, ...row.voters, ...row.editors].some((person) => people.includes(person));
    return !hasPart && words.some((word) => row.audience.includes(word));
  });
  if (decider === undefined) return {};
  if (decider.for !== undefined) return { asked: 'another', for: decider.for };
  const byName = decider.names.some((name) => row.audience.includes(name));
  const has = row.claimedBy !== null && decider.people.includes(row.claimedBy);
  return { asked: byName || has ? 'you' : 'team' };
}
