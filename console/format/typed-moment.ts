const minuteMs = 60_000;

/** A time without a zone is one of the reader's own. */
export function momentOf(typed: string): string {
  const date = new Date(typed);
  return Number.isNaN(date.getTime()) ? typed : date.toISOString();
}

/** A moment as it stands in a control for date and time, to the minute. */
export function typedMoment(at: Date): string {
  const local = new Date(at.getTime() - at.getTimezoneOffset() * minuteMs);
  return local.toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length);
}
