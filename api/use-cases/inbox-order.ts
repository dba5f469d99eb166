import type { ApprovalListQuery } from '#contracts/http/approval.ts';
import type { ApprovalListRow, InboxOrder } from '#store/approval-list.ts';
import { cursorAfter, cursorAfterUrgency, readCursor, readUrgencyCursor } from './page-cursor.ts';

/** The order of a list and where its page begins, as a request asks for it. */
export function orderOf({ sort, cursor }: Pick<ApprovalListQuery, 'sort' | 'cursor'>): InboxOrder {
  return sort === 'urgency'
    ? { kind: 'urgency', after: readUrgencyCursor(cursor) }
    : { kind: 'newest', after: readCursor(cursor) };
}

/** The same order, from behind a task. */
export function orderBehind(
  { kind }: InboxOrder,
  { dueAt: due, id, openedAt: at, priority }: ApprovalListRow,
): InboxOrder {
  return kind === 'urgency' ? { kind, after: { priority, due, id } } : { kind, after: { at, id } };
}

/** The cursor of the page that begins behind a task. */
export function cursorBehind({ kind }: InboxOrder, { dueAt, id, openedAt, priority }: ApprovalListRow): string {
  return kind === 'urgency' ? cursorAfterUrgency({ priority, due: dueAt, id }) : cursorAfter({ at: openedAt, id });
}
