import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Calendar, OpeningHours } from '#contracts/calendar.ts';
import type { Span } from '#contracts/span.ts';
import { addSpan, businessMillisecondsBetween, isOpen } from '#governance/calendar/index.ts';
import { calendar, clock } from './calendar-samples.ts';

const minute = 60_000;
const day = 86_400_000;
const daysOfWeek = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** Zones with the moments in 2026 at which their clocks are changed; the last has none, and gets moments all the same. */
const places = [
  { zone: 'Europe/London', forward: '2026-03-29T01:00Z', back: '2026-10-25T01:00Z' },
  { zone: 'Europe/Berlin', forward: '2026-03-29T01:00Z', back: '2026-10-25T01:00Z' },
  { zone: 'America/New_York', forward: '2026-03-08T07:00Z', back: '2026-11-01T06:00Z' },
  { zone: 'Australia/Lord_Howe', forward: '2026-10-03T15:30Z', back: '2026-04-04T15:00Z' },
  { zone: 'Asia/Beirut', forward: '2026-03-28T22:00Z', back: '2026-10-24T21:00Z' },
  { zone: 'Asia/Kolkata', forward: '2026-03-29T01:00Z', back: '2026-10-25T01:00Z' },
] as const;

/** Edges inside the hours that a change takes away or gives twice, and others. */
const edges = [
  '00:00',
  '00:30',
  '01:15',
  '01:45',
  '02:15',
  '04:00',
  '09:00',
  '12:30',
  '13:30',
  '17:30',
  '23:15',
  '24:00',
];
/** Edges that no change touches, so that a look at the clock tells whether it is open. */
const plainEdges = ['04:00', '09:00', '12:30', '13:30', '17:30', '22:00'];

function hoursOf(times: readonly string[]): fc.Arbitrary<OpeningHours[]> {
  return fc.subarray([...times]).map((chosen) =>
    Array.from({ length: Math.floor(chosen.length / 2) }, (_, index) => ({
      from: chosen[index * 2] ?? '',
      to: chosen[index * 2 + 1] ?? '',
    })),
  );
}

/** A calendar, and moments around a change of its clocks, earliest first. */
function sceneWith(times: readonly string[]) {
  return fc
    .record({
      place: fc.constantFrom(...places),
      change: fc.constantFrom('forward', 'back'),
      week: fc.record(Object.fromEntries(daysOfWeek.map((name) => [name, hoursOf(times)]))),
      weekday: fc.constantFrom(...daysOfWeek),
      holidays: fc.uniqueArray(fc.tuple(fc.integer({ min: -5, max: 8 }), hoursOf(times)), { selector: ([at]) => at }),
      offsets: fc.array(fc.oneof(hoursNearby, daysNearby), { minLength: 3, maxLength: 3 }),
    })
    .map(({ place, change, week, weekday, holidays, offsets }) => {
      const changed = Date.parse(place[change]);
      const moments = offsets.toSorted((one, other) => one - other).map((offset) => new Date(changed + offset));
      const [first = new Date(0), second = first, third = second] = moments;
      const sample = calendar(place.zone, {
        week: { ...week, [weekday]: [{ from: '09:00', to: '17:30' }] },
        holidays: holidays.map(([at, hours]) => ({ date: dateAt(changed + at * day), name: 'Holiday', hours })),
      });
      return { calendar: sample, first, second, third, changed };
    });
}

const hoursNearby = fc.integer({ min: -3 * 3_600_000, max: 3 * 3_600_000 });
const daysNearby = fc.integer({ min: -6 * day, max: 6 * day });
const scene = sceneWith(edges);
const minutes = fc.integer({ min: 1, max: 3000 });
const days = fc.integer({ min: 1, max: 12 });
const span: fc.Arbitrary<Span> = fc.oneof(
  minutes.map((minutes) => ({ kind: 'business' as const, minutes })),
  days.map((days) => ({ kind: 'businessDays' as const, days })),
  minutes.map((minutes) => ({ kind: 'elapsed' as const, ms: minutes * 1717 })),
);
const business = (minutes: number): Span => ({ kind: 'business', minutes });
const businessDays = (days: number): Span => ({ kind: 'businessDays', days });
const options = { numRuns: 500 };

describe('whatever the hours, the zone and the change of its clocks', () => {
  test('adding business time and then measuring it gives it back', () => {
    const law = fc.property(scene, minutes, ({ calendar, first }, minutes) => {
      expect(businessMillisecondsBetween(calendar, first, addSpan(calendar, first, business(minutes)))).toBe(
        minutes * minute,
      );
    });
    fc.assert(law, options);
  });

  test('adding two pieces of business time is adding both at once', () => {
    const law = fc.property(scene, minutes, minutes, ({ calendar, first }, one, other) => {
      const stepped = addSpan(calendar, addSpan(calendar, first, business(one)), business(other));
      expect(stepped).toEqual(addSpan(calendar, first, business(one + other)));
    });
    fc.assert(law, options);
  });

  test('what begins later never ends earlier', () => {
    const law = fc.property(scene, span, ({ calendar, first, second }, span) => {
      const [one, other] = [addSpan(calendar, first, span), addSpan(calendar, second, span)];
      expect(one.getTime()).toBeLessThanOrEqual(other.getTime());
    });
    fc.assert(law, options);
  });

  test('a longer span ends later', () => {
    const law = fc.property(scene, days, minutes, ({ calendar, first }, days, minutes) => {
      for (const [shorter, longer] of [
        [businessDays(days), businessDays(days + 1)],
        [business(minutes), business(minutes + 1)],
      ] as const) {
        expect(addSpan(calendar, first, shorter).getTime()).toBeLessThan(addSpan(calendar, first, longer).getTime());
      }
    });
    fc.assert(law, options);
  });

  test('business spans end during business hours or as they end, and after they begin', () => {
    const law = fc.property(scene, span, ({ calendar, first }, span) => {
      fc.pre(span.kind !== 'elapsed');
      const end = addSpan(calendar, first, span);
      expect(isOpen(calendar, end) || isOpen(calendar, new Date(end.getTime() - 1))).toBe(true);
      expect(end.getTime()).toBeGreaterThan(first.getTime());
    });
    fc.assert(law, options);
  });

  test('time measured in two pieces is the time measured at once', () => {
    const law = fc.property(scene, ({ calendar, first, second, third }) => {
      const pieces =
        businessMillisecondsBetween(calendar, first, second) + businessMillisecondsBetween(calendar, second, third);
      expect(pieces).toBe(businessMillisecondsBetween(calendar, first, third));
      expect(businessMillisecondsBetween(calendar, third, first)).toBe(0 - pieces);
    });
    fc.assert(law, options);
  });
});

describe('where the hours keep away from midnight and the change of the clocks', () => {
  test('it is open when the clock shows one of the hours', () => {
    const law = fc.property(sceneWith(plainEdges), ({ calendar, first }) => {
      expect(isOpen(calendar, first)).toBe(isOpenByTheClock(calendar, first));
    });
    fc.assert(law, options);
  });

  test('business time is as many minutes as somebody with a clock counts', () => {
    const law = fc.property(sceneWith(plainEdges), ({ calendar, changed }) => {
      let counted = 0;
      for (let at = changed - day; at < changed + day; at += 15 * minute) {
        if (isOpenByTheClock(calendar, new Date(at))) counted += 15 * minute;
      }
      expect(businessMillisecondsBetween(calendar, new Date(changed - day), new Date(changed + day))).toBe(counted);
    });
    fc.assert(law, { numRuns: 60 });
  });

  test('days added in two steps end on the day of both at once', () => {
    const law = fc.property(sceneWith(plainEdges), days, days, ({ calendar, first }, one, other) => {
      const stepped = addSpan(calendar, addSpan(calendar, first, businessDays(one)), businessDays(other));
      const atOnce = addSpan(calendar, first, businessDays(one + other));
      expect(dateOf(calendar, stepped)).toBe(dateOf(calendar, atOnce));
    });
    fc.assert(law, options);
  });

  test('days added in two steps are days added at once, where all working days have the same hours', () => {
    const law = fc.property(sceneWith(plainEdges), days, days, ({ calendar, first }, one, other) => {
      const same = withSameHours(calendar);
      const stepped = addSpan(same, addSpan(same, first, businessDays(one)), businessDays(other));
      expect(stepped).toEqual(addSpan(same, first, businessDays(one + other)));
    });
    fc.assert(law, options);
  });
});

test('the longest spans take no time to speak of', () => {
  const rare = calendar('Europe/London', {
    week: { monday: [{ from: '09:00', to: '10:00' }], tuesday: [], wednesday: [], thursday: [], friday: [] },
  });
  const begun = performance.now();
  const end = addSpan(rare, new Date('2026-01-01T00:00Z'), business(999 * 60));
  expect(clock('Europe/London', end)).toBe('Mon 2045-02-20 10:00');
  expect(performance.now() - begun).toBeLessThan(1000);
});

function dateAt(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

function dateOf({ timeZone }: Calendar, at: Date): string {
  return clock(timeZone, at).slice(4, 14);
}

function isOpenByTheClock({ timeZone, week, holidays }: Calendar, at: Date): boolean {
  const [weekday = '', date = '', time = ''] = clock(timeZone, at).split(' ');
  const name = daysOfWeek.find((name) => name.startsWith(weekday.toLowerCase())) ?? 'monday';
  const hours = holidays.find((holiday) => holiday.date === date)?.hours ?? week[name];
  return hours.some(({ from, to }) => from <= time && time < to);
}

function withSameHours({ timeZone, week, holidays }: Calendar): Calendar {
  const hours = [
    { from: '09:00', to: '12:30' },
    { from: '13:30', to: '17:30' },
  ];
  return calendar(timeZone, {
    week: Object.fromEntries(daysOfWeek.map((name) => [name, week[name].length === 0 ? [] : hours])),
    holidays: holidays.map((holiday) => ({ ...holiday, hours: [] })),
  });
}
