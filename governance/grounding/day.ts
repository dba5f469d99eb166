const dayMs = 86_400_000;

/** A day of the calendar, counted from the first of January 1970. */
export type Day = number;

export function dayOf(year: number, month: number, date: number): Day | undefined {
  const ms = Date.UTC(year, month - 1, date);
  const made = new Date(ms);
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === date ? ms / dayMs : undefined;
}

interface Clocks {
  day: Intl.DateTimeFormat;
  hour: Intl.DateTimeFormat;
}

/** Making one takes longer than a thousand readings of it. */
const known = new Map<string, Clocks>();

function clocksOf(timeZone: string): Clocks {
  const clocks = known.get(timeZone) ?? {
    day: new Intl.DateTimeFormat('en-CA', { timeZone }),
    hour: new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }),
  };
  known.set(timeZone, clocks);
  return clocks;
}

/** The day that the clocks of a zone show at an instant. */
export function dayAt(instant: string, timeZone: string): Day {
  const [year = 0, month = 0, date = 0] = clocksOf(timeZone).day.format(new Date(instant)).split('-').map(Number);
  return dayOf(year, month, date) ?? Number.NaN;
}

/** Hours and minutes that the clocks of a zone show, as 14:30. */
export function clockAt(instant: string, timeZone: string): string {
  return clocksOf(timeZone).hour.format(new Date(instant));
}

/** From Sunday, which is 0. */
export function weekdayAt(day: Day): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** Weeks begin on Monday. */
export function weekAt(day: Day): number {
  return Math.floor((day + 3) / 7);
}

export function partsOf(day: Day): { year: number; month: number; date: number } {
  const made = new Date(day * dayMs);
  return { year: made.getUTCFullYear(), month: made.getUTCMonth() + 1, date: made.getUTCDate() };
}

export function textOfDay(day: Day): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}
