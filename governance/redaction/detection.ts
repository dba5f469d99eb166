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
  for (const detection of detections.toSorted((one, other) => one.start - other.start || other.end - one.end)) {
    const last = merged.at(-1);
    if (!last || detection.start >= last.end) merged.push(detection);
    else merged[merged.length - 1] = joined(last, detection);
  }
  return merged;
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
