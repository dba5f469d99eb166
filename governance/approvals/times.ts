import type { ChainStep } from '#contracts/approval-terms.ts';
import type { Calendar } from '#contracts/calendar.ts';
import type { ApprovalPoint } from '#contracts/snapshot.ts';
import type { Span } from '#contracts/span.ts';
import { addSpan } from '#governance/calendar/index.ts';
import { chainOf } from './chain.ts';

export interface TaskTimes {
  dueAt: Date;
  expiresAt: Date;
  chain: ChainStep[];
}

export interface Opening {
  openedAt: Date;
  /** How long a task waits where its point does not say. */
  reviewMs: number;
  /** The one that the point names. */
  calendar: Calendar | undefined;
}

/** When a task should be decided, when it no longer can be, and what is done until then. Nothing is due after its end. */
export function timesOf(point: ApprovalPoint, { openedAt, reviewMs, calendar }: Opening): TaskTimes {
  const endOf = (span: Span) => endOfSpan(span, { openedAt, calendar });
  const expiresAt = endOf(point.expires ?? { kind: 'elapsed', ms: reviewMs });
  const due = point.due === undefined ? expiresAt : endOf(point.due);
  const dueAt = new Date(Math.min(due.getTime(), expiresAt.getTime()));
  return { dueAt, expiresAt, chain: chainOf(point, { endOf, expiresAt }) };
}

/** The moment a span is over that began then. */
export function endOfSpan(span: Span, { openedAt, calendar }: Pick<Opening, 'openedAt' | 'calendar'>): Date {
  if (span.kind === 'elapsed') return new Date(openedAt.getTime() + span.ms);
  if (calendar) return addSpan(calendar, openedAt, span);
  throw new RangeError('business time needs a calendar');
}
