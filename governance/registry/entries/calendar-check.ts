import type { Calendar, OpeningHours } from '#contracts/calendar.ts';
import { isWorkedWithinAYear } from '#governance/calendar/index.ts';

interface CalendarProblem {
  path: (string | number)[];
  message: string;
}

/** What is wrong with a calendar whose times and dates are right one by one. */
export function checkCalendar(calendar: Calendar): CalendarProblem[] {
  const { week, holidays } = calendar;
  return [
    ...Object.entries(week).flatMap(([weekday, hours]) => checkHours(hours, ['week', weekday])),
    ...holidays.flatMap(({ hours }, index) => checkHours(hours, ['holidays', index, 'hours'])),
    ...checkRepeatedHolidays(calendar),
    ...checkNeverOpen(calendar),
  ];
}

function checkHours(hours: readonly OpeningHours[], path: CalendarProblem['path']): CalendarProblem[] {
  return hours.flatMap(({ from, to }, index) => {
    const end = hours[index - 1]?.to;
    if (from >= to)
      return { path: [...path, index], message: "must end later on the same day; write 'to' after 'from'" };
    if (end === undefined || from >= end) return [];
    return { path: [...path, index], message: `overlaps the hours before it; begin at ${end} or later` };
  });
}

function checkRepeatedHolidays({ holidays }: Calendar): CalendarProblem[] {
  const dates = holidays.map(({ date }) => date);
  return dates.flatMap((date, index) =>
    dates.indexOf(date) === index
      ? []
      : { path: ['holidays', index, 'date'], message: `${date} is listed twice; remove one of them` },
  );
}

function checkNeverOpen(calendar: Calendar): CalendarProblem[] {
  if (Object.values(calendar.week).every((hours) => hours.length === 0)) {
    return [{ path: ['week'], message: "is never open; write hours, such as 'monday: [{ from: 09:00, to: 17:30 }]'" }];
  }
  const index = calendar.holidays.findIndex(({ date }) => !isWorkedWithinAYear(calendar, date));
  if (index === -1) return [];
  return [{ path: ['holidays', index], message: 'begins a year without one open day; remove some of the holidays' }];
}
