import { z } from 'zod';
import { Calendar } from '#contracts/calendar.ts';
import { checkCalendar } from './calendar-check.ts';
import { Name, Sentence } from './words.ts';

/** When people work: `registry/calendars/NAME.yaml`. */
export const CalendarEntry = Calendar.extend({
  name: Name,
  title: Sentence,
  owner: Name,
  reviewBy: z.iso.date(),
}).superRefine((calendar, context) => {
  for (const { path, message } of checkCalendar(calendar)) context.addIssue({ code: 'custom', path, message });
});
export type CalendarEntry = z.infer<typeof CalendarEntry>;
