interface Range {
  start: number;
  end: number;
}

export function overlaps(one: Range, other: Range): boolean {
  return one.start < other.end && other.start < one.end;
}

/** A form of address tells nobody apart and may stay. */
const honorific =
  /^(?:(?:mr|mrs|ms|mx|miss|dr|prof|sir|herrn?|frau|monsieur|madame|mme|mlle|m|señora?|sra?|srta|doña|don|signora?|sig|sig\.ra|dott|dott\.ssa|pan[ai]?|panią|meneer|mevrouw|dhr|mevr|mw)\.? )+/i;
const sign = /[\p{L}\p{N}]/u;

/** Whether nothing of a mark can be read that is not under a span: each of its letters and digits. */
export function covers(text: string, spans: readonly Range[], mark: Range): boolean {
  const begin = mark.start + (honorific.exec(text.slice(mark.start, mark.end))?.[0].length ?? 0);
  for (let place = begin; place < mark.end; place += 1) {
    if (sign.test(text.charAt(place)) && !spans.some(({ start, end }) => start <= place && place < end)) return false;
  }
  return true;
}
