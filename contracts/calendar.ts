import { z } from 'zod';

// A wrong format ends the check of its entry, so that nobody reckons with a date that does not exist.
const LocalTime = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, {
  abort: true,
  error: "must be a time from 00:00 to 24:00, such as '09:30'",
});

const LocalDate = z.iso.date({ abort: true, error: "must be a date that exists, such as '2027-12-24'" });

const TimeZone = z.string().refine(isTimeZone, {
  abort: true,
  error: "is not a time zone; write a name of the IANA list, such as 'Europe/London'",
});

/** Open from a local time up to another of the same day. */
export const OpeningHours = z.strictObject({ from: LocalTime, to: LocalTime });
export type OpeningHours = z.infer<typeof OpeningHours>;

const Day = z.array(OpeningHours);

/** A day that is not as its weekday is: closed, or open in hours of its own. */
export const Holiday = z.strictObject({ date: LocalDate, name: z.string().trim().min(1), hours: Day.default([]) });
export type Holiday = z.infer<typeof Holiday>;

/** When people work: what business hours and business days are counted by. */
export const Calendar = z.strictObject({
  name: z.string(),
  timeZone: TimeZone,
  week: z.strictObject({
    monday: Day,
    tuesday: Day,
    wednesday: Day,
    thursday: Day,
    friday: Day,
    saturday: Day,
    sunday: Day,
  }),
  holidays: z.array(Holiday),
});
export type Calendar = z.infer<typeof Calendar>;

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
