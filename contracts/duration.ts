import { AppError } from './errors.ts';

const units = new Map([
  ['ms', 1],
  ['second', 1000],
  ['seconds', 1000],
  ['minute', 60_000],
  ['minutes', 60_000],
  ['hour', 3_600_000],
  ['hours', 3_600_000],
  ['day', 86_400_000],
  ['days', 86_400_000],
]);

/** Turns a duration as people write it, such as '2 days', into milliseconds. */
export function parseDuration(text: string): number {
  const [, count, unit] = /^([1-9]\d{0,6}) ([a-z]+)$/.exec(text) ?? [];
  const milliseconds = units.get(unit ?? '');
  if (count === undefined || milliseconds === undefined) {
    const advice = "write a whole number, a space and ms, seconds, minutes, hours or days, such as '30 seconds'";
    throw new AppError('input-invalid', `'${text}' is not a duration; ${advice}`);
  }
  return Number(count) * milliseconds;
}
