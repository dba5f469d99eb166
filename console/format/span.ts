const units = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
  { unit: 'second', ms: 1_000 },
] as const;

/** How long something took, in its two largest units. */
export function saySpan(ms: number): string {
  if (ms < 1_000) return say(Math.max(0, Math.round(ms)), 'millisecond');
  const at = units.findIndex((each) => ms >= each.ms);
  const large = units[at];
  if (!large) return say(0, 'second');
  const next = units[at + 1];
  const rest = next ? Math.floor((ms % large.ms) / next.ms) : 0;
  const first = say(Math.floor(ms / large.ms), large.unit);
  return next && rest > 0 ? `${first} ${say(rest, next.unit)}` : first;
}

function say(count: number, unit: string): string {
  return new Intl.NumberFormat(undefined, { style: 'unit', unit, unitDisplay: 'short' }).format(count);
}
