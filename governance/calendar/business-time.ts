import type { Calendar } from '#contracts/calendar.ts';
import type { Instant } from './time-zone.ts';
import { type Opening, workingDaysFrom } from './working-days.ts';

/** What is left of the opening of `at`, if it is in one, and the openings after it. */
export function* openTimeFrom(calendar: Calendar, at: Instant): Generator<Opening, void> {
  for (const { openings } of workingDaysFrom(calendar, at)) {
    for (const { from, to } of openings) if (to > at) yield { from: Math.max(from, at), to };
  }
}

/** Whether somebody works now; at the moment of closing nobody does. */
export function isOpen(calendar: Calendar, at: Date): boolean {
  const [next] = openTimeFrom(calendar, at.getTime());
  return next?.from === at.getTime();
}

/** The open time between two moments, less than nothing where `to` comes first. */
export function businessMillisecondsBetween(calendar: Calendar, from: Date, to: Date): number {
  const [start, end] = [from.getTime(), to.getTime()];
  if (end < start) return 0 - businessMillisecondsBetween(calendar, to, from);
  let open = 0;
  for (const opening of openTimeFrom(calendar, start)) {
    if (opening.from >= end) break;
    open += Math.min(opening.to, end) - opening.from;
  }
  return open;
}
