import type { Calendar } from '#contracts/calendar.ts';
import { AppError } from '#contracts/errors.ts';
import type { Span } from '#contracts/span.ts';
import { openTimeFrom } from './business-time.ts';
import { type Instant, instantOf, wallTimeAt } from './time-zone.ts';
import { type WorkingDay, workingDaysFrom } from './working-days.ts';

/** The moment at which a span that begins at `from` is over: during business hours, or as they end. */
export function addSpan(calendar: Calendar, from: Date, span: Span): Date {
  switch (span.kind) {
    case 'elapsed':
      return new Date(from.getTime() + span.ms);
    case 'business':
      return new Date(addOpenTime(calendar, { from: from.getTime(), milliseconds: span.minutes * 60_000 }));
    case 'businessDays':
      return new Date(addWorkingDays(calendar, { from: from.getTime(), days: span.days }));
  }
}

function addOpenTime(calendar: Calendar, start: { from: Instant; milliseconds: number }): Instant {
  let left = start.milliseconds;
  for (const { from, to } of openTimeFrom(calendar, start.from)) {
    if (from + left <= to) return from + left;
    left -= to - from;
  }
  throw neverOpen(calendar);
}

/**
 * A business day ends on the next working day at the same local time, or, where it is closed then, as it opens next on
 * that day or else as it closes; one that begins before a day's opening has that day to its closing.
 */
function addWorkingDays(calendar: Calendar, start: { from: Instant; days: number }): Instant {
  const shown = wallTimeAt(calendar.timeZone, start.from);
  let timeOfDay: number | undefined;
  let left = start.days;
  for (const workingDay of workingDaysFrom(calendar, start.from)) {
    if (workingDay.opens <= start.from) {
      timeOfDay = shown - workingDay.midnight;
      continue;
    }
    left -= 1;
    if (left > 0) continue;
    if (timeOfDay === undefined) return workingDay.closes;
    return nearestOpen(workingDay, instantOf(calendar.timeZone, workingDay.midnight + timeOfDay));
  }
  throw neverOpen(calendar);
}

function nearestOpen({ openings, closes }: WorkingDay, at: Instant): Instant {
  const next = openings.find(({ to }) => at <= to);
  return next ? Math.max(at, next.from) : closes;
}

function neverOpen({ name }: Calendar): AppError {
  return new AppError('registry-invalid', `Calendar '${name}' stays closed for a year; give it hours.`);
}
