const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'long' });
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });
const shortClock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

/** Today by the clock alone, any other day with its date. */
export function sayWhen(at: string | number): string {
  const date = new Date(at);
  return date.toDateString() === new Date().toDateString() ? shortClock.format(date) : moment.format(date);
}

export function sayExactly(at: string): string {
  return exact.format(new Date(at));
}

export function sayClock(at: string | number): string {
  return clock.format(new Date(at));
}

/** A day that is written as one, such as `2027-06-30`. */
export function sayDay(date: string): string {
  return day.format(new Date(`${date}T00:00:00`));
}
