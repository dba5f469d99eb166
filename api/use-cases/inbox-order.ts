import type { ApprovalListQuery } from '#contracts/http/approval.ts';
import type { InboxOrder } from '#store/approval-list.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import { cursorAfter, cursorAfterUrgency, readCursor, readUrgencyCursor } from './page-cursor.ts';

/** The order of a list and where its page begins, as a request asks for it. */
export function orderOf({ sort, cursor }: Pick<ApprovalListQuery, 'sort' | 'cursor'>): InboxOrder {
  return sort === 'urgency'
    ? { kind: 'urgency', after: readUrgencyCursor(cursor) }
    : { kind: 'newest', after: readCursor(cursor) };
}

/** The cursor of the page that begins behind a task. */
export function cursorBehind({ kind }: InboxOrder, { dueAt, id, openedAt, priority }: ApprovalRow): string {
  return kind === 'urgency' ? cursorAfterUrgency({ priority, due: dueAt, id }) : cursorAfter({ at: openedAt, id });
}
