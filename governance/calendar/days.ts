import { type Instant, instantOf, wallTimeAt } from './time-zone.ts';

/** A day of a calendar: its date there, and when the next one begins. */
export interface CalendarDay {
  date: string;
  until: Instant;
}

const day = 86_400_000;

/** The day that it is in a time zone. */
export function dayAt(timeZone: string, at: Instant): CalendarDay {
  const midnight = Math.floor(wallTimeAt(timeZone, at) / day) * day;
  return { date: new Date(midnight).toISOString().slice(0, 10), until: instantOf(timeZone, midnight + day) };
}
