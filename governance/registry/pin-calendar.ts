import type { Calendar } from '#contracts/calendar.ts';
import { AppError } from '#contracts/errors.ts';
import type { RegistryContent } from './read-registry.ts';

/** What a run relies on of a calendar, so that a holiday added later does not change what was promised. */
export function pinCalendar({ calendars }: RegistryContent, name: string): Calendar {
  const entry = calendars.get(name)?.value;
  if (!entry) throw new AppError('not-registered', `There is no calendar '${name}' in the registry.`);
  const { timeZone, week, holidays } = entry;
  return structuredClone({ name, timeZone, week, holidays });
}
