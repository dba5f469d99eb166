import type { Calendar, OpeningHours } from '#contracts/calendar.ts';
import { type Instant, instantOf, type WallTime, wallTimeAt } from './time-zone.ts';

/** Open from an instant up to, but not at, another. */
export interface Opening {
  from: Instant;
  to: Instant;
}

export interface WorkingDay {
  /** Where the day begins on the clock. */
  midnight: WallTime;
  opens: Instant;
  closes: Instant;
  openings: readonly Opening[];
}

const day = 86_400_000;
const mostClosedDays = 366;

/** The working days that are not over, one by one; none follows on a whole year that stays closed. */
export function* workingDaysFrom(calendar: Calendar, at: Instant): Generator<WorkingDay, void> {
  // From the day before: where clocks are put back at midnight, a day that is over comes back.
  let midnight = Math.floor(wallTimeAt(calendar.timeZone, at - day) / day) * day;
  for (let closedDays = 0; closedDays < mostClosedDays; midnight += day) {
    const workingDay = workingDayOn(calendar, midnight);
    const isWorked = workingDay !== undefined && workingDay.closes > at;
    if (isWorked) yield workingDay;
    closedDays = isWorked ? 0 : closedDays + 1;
  }
}

/** Whether somebody works on the day or in the year after it. */
export function isWorkedWithinAYear(calendar: Calendar, date: string): boolean {
  return workingDaysFrom(calendar, instantOf(calendar.timeZone, Date.parse(date))).next().done !== true;
}

function workingDayOn(calendar: Calendar, midnight: WallTime): WorkingDay | undefined {
  const openings = hoursOn(calendar, midnight)
    .map(({ from, to }) => ({
      from: instantOf(calendar.timeZone, midnight + timeOfDay(from)),
      to: instantOf(calendar.timeZone, midnight + timeOfDay(to)),
    }))
    // Hours that the clocks jump over on this day are none.
    .filter(({ from, to }) => from < to);
  const [first, last] = [openings.at(0), openings.at(-1)];
  return first && last && { midnight, opens: first.from, closes: last.to, openings };
}

function hoursOn({ week, holidays }: Calendar, midnight: WallTime): readonly OpeningHours[] {
  const date = new Date(midnight);
  const holiday = holidays.find((holiday) => holiday.date === date.toISOString().slice(0, 10));
  if (holiday) return holiday.hours;
  const { sunday, monday, tuesday, wednesday, thursday, friday, saturday } = week;
  return [sunday, monday, tuesday, wednesday, thursday, friday, saturday][date.getUTCDay()] ?? [];
}

function timeOfDay(text: string): number {
  const [hours, minutes] = text.split(':').map(Number);
  return ((hours ?? 0) * 60 + (minutes ?? 0)) * 60_000;
}
