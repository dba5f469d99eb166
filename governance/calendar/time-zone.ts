/** Milliseconds since 1970 in UTC. */
export type Instant = number;

/** What a clock on the wall shows, in milliseconds as if it hung in UTC. */
export type WallTime = number;

const day = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The clock at an instant. Where clocks are put back, a time shown again counts as the end of those shown twice. */
export function wallTimeAt(timeZone: string, at: Instant): WallTime {
  const shown = at + offsetAt(timeZone, at);
  const first = instantOf(timeZone, shown);
  if (first === at) return shown;
  return changeBetween(timeZone, { before: first, after: at }) + offsetAt(timeZone, first);
}

/** The hour that the clock shows, 0 to 23. */
export function hourAt(timeZone: string, at: Instant): number {
  return new Date(wallTimeAt(timeZone, at)).getUTCHours();
}

/** When a clock shows a time: the first time where it does so twice, and the jump over it where it never does. */
export function instantOf(timeZone: string, shown: WallTime): Instant {
  const earlier = offsetAt(timeZone, shown - day);
  const later = offsetAt(timeZone, shown + day);
  const [first, second] = [shown - earlier, shown - later];
  if (offsetAt(timeZone, first) === earlier) return first;
  if (offsetAt(timeZone, second) === later) return second;
  return changeBetween(timeZone, { before: second, after: first });
}

/** The first instant with the clock as it is `after`. */
function changeBetween(timeZone: string, { before, after }: { before: Instant; after: Instant }): Instant {
  const offset = offsetAt(timeZone, after);
  let [early, late] = [before, after];
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (offsetAt(timeZone, middle) === offset) late = middle;
    else early = middle;
  }
  return late;
}

function offsetAt(timeZone: string, at: Instant): number {
  const [, sign, hours = 0, minutes = 0] = /GMT([+-])(\d\d):(\d\d)$/.exec(formatOf(timeZone).format(at)) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  formats.set(timeZone, known);
  return known;
}
