import type { ConcealedType } from '#contracts/redaction.ts';

/** A part of the input that must not leave as it stands. */
export interface Detection {
  type: ConcealedType;
  /** Places in the input. */
  start: number;
  end: number;
  weight: number;
  /** By what the same thing is known again. */
  key: string;
  /** What is put back for it. */
  value: string;
}

/** Makes one of those that overlap: nothing of either stays, and the one that says most says what it is. */
export function mergeOverlaps(detections: readonly Detection[]): Detection[] {
  const merged: Detection[] = [];
  for (const detection of withoutChecked(detections).toSorted(byPlace)) {
    const last = merged.at(-1);
    if (!last || detection.start >= last.end) merged.push(detection);
    else merged[merged.length - 1] = joined(last, detection);
  }
  return merged;
}

function byPlace(one: Detection, other: Detection): number {
  return one.start - other.start || other.end - one.end;
}

/** What check digits make sure of. */
const checked = 8;
/** Shorter rests beside it are no number of their own. */
const shortestRest = 8;

/** Of what is of no kind, the parts beside numbers that are whole by their check digits: "4111 1111 1111 1111 09/28". */
function withoutChecked(detections: readonly Detection[]): Detection[] {
  const sure = detections.filter(({ weight }) => weight >= checked).toSorted(byPlace);
  const unsure = detections.filter(({ weight }) => weight === 0).toSorted(byPlace);
  const rests: Detection[] = [];
  let next = 0;
  for (const one of unsure) {
    while ((sure[next]?.end ?? Number.POSITIVE_INFINITY) <= one.start) next += 1;
    let { start } = one;
    let at = next;
    for (let cut = sure[at]; cut && cut.start < one.end; cut = sure[at]) {
      rests.push(...restOf(one, { start, end: cut.start }));
      start = Math.max(start, cut.end);
      at += 1;
    }
    rests.push(...(start === one.start ? [one] : restOf(one, { start, end: one.end })));
  }
  return [...detections.filter(({ weight }) => weight > 0), ...rests];
}

function restOf(one: Detection, { start, end }: { start: number; end: number }): Detection[] {
  return end - start < shortestRest ? [] : [{ ...one, start, end, key: `${one.key}:${start - one.start}` }];
}

function joined(one: Detection, other: Detection): Detection {
  const leading = saysMore(other, one) ? other : one;
  return { ...leading, start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) };
}

/** What a run knows counts double: a known name keeps its placeholder where a list made a longer one of it. */
const known = 10;

function saysMore(one: Detection, other: Detection): boolean {
  return strength(one) > strength(other) || (strength(one) === strength(other) && one.weight > other.weight);
}

function strength({ start, end, weight }: Detection): number {
  if (weight === 0) return 0;
  return (end - start) * (weight >= known ? 2 : 1);
}
