import type { Span } from '#contracts/span.ts';
import type { Problems } from './problems.ts';
import type { RegistryContent } from './read-registry.ts';

interface Counted {
  calendar: string | undefined;
  spans: readonly (Span | undefined)[];
}

interface Surroundings {
  content: RegistryContent;
  problems: Problems;
  /** Where the calendar is named. */
  place: string;
}

/** Checks that a calendar is there, and is named where business time is counted. */
export function checkCalendar({ calendar, spans }: Counted, { content, problems, place }: Surroundings): void {
  if (calendar !== undefined && !content.calendars.has(calendar))
    problems.add(place, `calendar '${calendar}' is unknown; write calendars/${calendar}.yaml`);
  const needsCalendar = spans.some((span) => span !== undefined && span.kind !== 'elapsed');
  if (needsCalendar && calendar === undefined)
    problems.add(place, "is missing, and times here are business time; write 'calendar: office'");
}
