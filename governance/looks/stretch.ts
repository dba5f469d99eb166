import type { ShownData } from '#contracts/shown-data.ts';

const quarterHourMs = 900_000;
const dayMs = 86_400_000;

/**
 * The beginning of the time that one entry stands for. A list shows a line of many runs and is open all day: one entry
 * a day says that somebody saw the line, as one a quarter hour says that they looked at the run itself.
 */
export function stretchAt(what: ShownData, at: Date): Date {
  const lengthMs = what === 'task-list' ? dayMs : quarterHourMs;
  return new Date(Math.floor(at.getTime() / lengthMs) * lengthMs);
}
