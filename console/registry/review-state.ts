const dayMs = 24 * 3_600_000;
const soonDays = 30;
const yearDays = 365;

/** How a day of review stands to a moment. Days are in UTC, and the day itself counts. */
export function reviewStateAt(day: string, at: number): 'over' | 'due' | 'later' {
  if (day < dayOf(at)) return 'over';
  return day < dayOf(at + soonDays * dayMs) ? 'due' : 'later';
}

/** The day to write after a review: a year from now. */
export function nextReview(at: number): string {
  return dayOf(at + yearDays * dayMs);
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
