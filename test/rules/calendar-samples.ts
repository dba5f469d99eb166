import { Calendar } from '#contracts/calendar.ts';
import { parseSpan } from '#contracts/span.ts';
import { addSpan } from '#governance/calendar/index.ts';

const nineToFive = [{ from: '09:00', to: '17:00' }];

/** Open from nine to five on weekdays, save for what the changes say. */
export function calendar(
  timeZone: string,
  changes: { week?: Partial<Calendar['week']>; holidays?: Calendar['holidays'] } = {},
): Calendar {
  const [monday, tuesday, wednesday, thursday, friday] = Array.from({ length: 5 }, () => nineToFive);
  const week = { monday, tuesday, wednesday, thursday, friday, saturday: [], sunday: [], ...changes.week };
  return Calendar.parse({ name: 'sample', timeZone, week, holidays: changes.holidays ?? [] });
}

/** Open day and night. */
export function alwaysOpen(timeZone: string): Calendar {
  const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
  return calendar(timeZone, { week: Object.fromEntries(days.map((day) => [day, [{ from: '00:00', to: '24:00' }]])) });
}

/** When a span is over, as the clock of the calendar's zone shows it. */
export function due(calendar: Calendar, from: string, span: string): string {
  return clock(calendar.timeZone, addSpan(calendar, new Date(from), parseSpan(span)));
}

/** Weekday, date and time in a zone, as in 'Mon 2026-03-30 09:00'. */
export function clock(timeZone: string, at: Date): string {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
  return `${parts.weekday} ${parts.year}-${parts.month}-${parts.day} ${parts.hour}:${parts.minute}`;
}
