import { describe, expect, test } from 'vitest';
import { businessMillisecondsBetween, isOpen } from '#governance/calendar/index.ts';
import { loadRegistry } from '#governance/registry/index.ts';
import { alwaysOpen, calendar, due } from './calendar-samples.ts';
import { registryFolder } from './registry-copy.ts';

const kolkata = 'Asia/Kolkata';
const hour = 3_600_000;
const lunch = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '17:00' },
];
const halfDay = [{ from: '09:00', to: '13:00' }];

describe('the office of this project', () => {
  const office = loadRegistry(registryFolder).calendar('office');

  test.each([
    ['2026-06-03T14:00+01:00', '4 business hours', 'Thu 2026-06-04 09:30'],
    ['2026-06-05T16:30+01:00', '1 business hour', 'Mon 2026-06-08 09:30'],
    ['2026-12-24T12:00+00:00', '2 business hours', 'Tue 2026-12-29 10:00'],
    ['2026-12-23T16:00+00:00', '1 business day', 'Thu 2026-12-24 13:00'],
    ['2026-12-23T16:00+00:00', '2 business days', 'Tue 2026-12-29 16:00'],
    ['2027-03-25T10:00+00:00', '1 business day', 'Tue 2027-03-30 10:00'],
    ['2027-12-31T12:30+00:00', '1 business hour', 'Mon 2028-01-03 09:30'],
  ])('ends at %s plus %s on %s', (from, span, expected) => {
    expect(due(office, from, span)).toBe(expected);
  });

  test('is closed on holidays and opens for half a day on Christmas Eve', () => {
    const open = (at: string) => isOpen(office, new Date(at));
    expect([open('2026-05-25T10:00+01:00'), open('2026-05-26T10:00+01:00')]).toEqual([false, true]);
    expect([open('2026-12-24T12:59+00:00'), open('2026-12-24T13:00+00:00')]).toEqual([true, false]);
  });
});

describe('business hours', () => {
  const sample = calendar(kolkata, { week: { tuesday: lunch } });

  test.each([
    ['within the hours', '2026-06-01T10:00+05:30', '3 business hours', 'Mon 2026-06-01 13:00'],
    ['up to the closing', '2026-06-01T14:00+05:30', '3 business hours', 'Mon 2026-06-01 17:00'],
    ['a minute past the closing', '2026-06-01T14:00+05:30', '181 business minutes', 'Tue 2026-06-02 09:01'],
    ['over lunch', '2026-06-02T11:30+05:30', '1 business hour', 'Tue 2026-06-02 13:30'],
    ['from the night', '2026-06-01T03:00+05:30', '30 business minutes', 'Mon 2026-06-01 09:30'],
    ['from the weekend', '2026-06-06T12:00+05:30', '8 business hours', 'Mon 2026-06-08 17:00'],
    ['over several weeks', '2026-06-01T09:00+05:30', '100 business hours', 'Wed 2026-06-17 16:00'],
  ])('are counted %s', (_, from, span, expected) => {
    expect(due(sample, from, span)).toBe(expected);
  });

  test('are open from the opening up to, but not at, the closing', () => {
    const open = (time: string) => isOpen(sample, new Date(`2026-06-02T${time}+05:30`));
    const times = ['08:59:59.999', '09:00', '11:59:59.999', '12:00', '13:00', '17:00'];
    expect(times.map(open)).toEqual([false, true, true, false, true, false]);
  });

  test('are measured between two moments, less than nothing backwards', () => {
    const [friday, tuesday] = [new Date('2026-06-05T16:00+05:30'), new Date('2026-06-09T14:30+05:30')];
    expect(businessMillisecondsBetween(sample, friday, tuesday)).toBe((1 + 8 + 4.5) * hour);
    expect(businessMillisecondsBetween(sample, tuesday, friday)).toBe(-13.5 * hour);
    expect(businessMillisecondsBetween(sample, friday, friday)).toBe(0);
  });
});

describe('business days', () => {
  const sample = calendar(kolkata, {
    week: { tuesday: lunch, saturday: [] },
    holidays: [
      { date: '2026-06-04', name: 'Half a day', hours: halfDay },
      { date: '2026-06-05', name: 'Closed', hours: [] },
      { date: '2026-06-13', name: 'A Saturday at work', hours: [{ from: '11:00', to: '15:00' }] },
    ],
  });

  test.each([
    ['at the same local time', '2026-06-01T10:15+05:30', '2 business days', 'Wed 2026-06-03 10:15'],
    [
      'as that day closes, where it is closed by then',
      '2026-06-03T16:00+05:30',
      '1 business day',
      'Thu 2026-06-04 13:00',
    ],
    [
      'past a day that closes early, a holiday and a weekend',
      '2026-06-03T16:00+05:30',
      '2 business days',
      'Mon 2026-06-08 16:00',
    ],
    ['as lunch is over, where it falls into it', '2026-06-01T12:30+05:30', '1 business day', 'Tue 2026-06-02 13:00'],
    ['as that day opens, where it opens later', '2026-06-12T09:30+05:30', '1 business day', 'Sat 2026-06-13 11:00'],
    [
      'at the closing of the day whose morning it began before',
      '2026-06-02T07:00+05:30',
      '1 business day',
      'Tue 2026-06-02 17:00',
    ],
    [
      'at the closing of the next day from an evening',
      '2026-06-01T18:00+05:30',
      '1 business day',
      'Tue 2026-06-02 17:00',
    ],
    [
      'at the closing of the next day from the very closing',
      '2026-06-01T17:00+05:30',
      '1 business day',
      'Tue 2026-06-02 17:00',
    ],
    ['at the later closing of the next day', '2026-06-04T13:00+05:30', '1 business day', 'Mon 2026-06-08 17:00'],
    ['as lunch begins, where it began then', '2026-06-01T12:00+05:30', '1 business day', 'Tue 2026-06-02 12:00'],
    [
      'at the closing of the first working day from a weekend',
      '2026-06-06T12:00+05:30',
      '1 business day',
      'Mon 2026-06-08 17:00',
    ],
    [
      'at the closing of the second working day from a holiday',
      '2026-06-05T10:00+05:30',
      '2 business days',
      'Tue 2026-06-09 17:00',
    ],
    [
      'at the same local time, where it began in a lunch break',
      '2026-06-02T12:30+05:30',
      '1 business day',
      'Wed 2026-06-03 12:30',
    ],
  ])('end %s', (_, from, span, expected) => {
    expect(due(sample, from, span)).toBe(expected);
  });
});

test('elapsed time passes day and night, and needs no calendar', () => {
  expect(due(calendar(kolkata), '2026-06-05T16:00+05:30', '2 days')).toBe('Sun 2026-06-07 16:00');
});

describe('where clocks are changed', () => {
  const sunday = (from: string, to: string) => ({ week: { sunday: [{ from, to }] } });

  test.each([
    ['Europe/London', '2026-03-28T12:00Z', '12 business hours', 'Sun 2026-03-29 00:00'],
    ['Europe/London', '2026-03-28T12:00Z', '14 business hours', 'Sun 2026-03-29 03:00'],
    ['Europe/London', '2026-10-24T12:00+01:00', '14 business hours', 'Sun 2026-10-25 01:00'],
    ['Europe/Berlin', '2026-03-29T00:00+01:00', '24 business hours', 'Mon 2026-03-30 01:00'],
    ['Europe/Berlin', '2026-10-25T00:00+02:00', '24 business hours', 'Sun 2026-10-25 23:00'],
    ['America/New_York', '2026-03-08T00:00-05:00', '24 business hours', 'Mon 2026-03-09 01:00'],
    ['America/New_York', '2026-11-01T00:00-04:00', '24 business hours', 'Sun 2026-11-01 23:00'],
    ['Australia/Lord_Howe', '2026-10-04T00:00+10:30', '24 business hours', 'Mon 2026-10-05 00:30'],
    ['Australia/Lord_Howe', '2026-04-05T00:00+11:00', '24 business hours', 'Sun 2026-04-05 23:30'],
    ['Asia/Beirut', '2026-10-24T00:00+03:00', '24 business hours', 'Sat 2026-10-24 23:00'],
    [kolkata, '2026-10-25T00:00+05:30', '24 business hours', 'Mon 2026-10-26 00:00'],
  ])('hours are counted as they pass: in %s from %s %s end on %s', (zone, from, span, expected) => {
    expect(due(alwaysOpen(zone), from, span)).toBe(expected);
  });

  test('a business day keeps the local time and not the hours between', () => {
    expect(due(calendar('Europe/Berlin'), '2026-03-27T10:00+01:00', '1 business day')).toBe('Mon 2026-03-30 10:00');
    expect(due(calendar('Europe/Berlin'), '2026-10-23T10:00+02:00', '1 business day')).toBe('Mon 2026-10-26 10:00');
  });

  test('a business day ends after the hour that does not exist', () => {
    expect(due(alwaysOpen('Europe/London'), '2026-03-28T01:30Z', '1 business day')).toBe('Sun 2026-03-29 02:00');
  });

  test('a business day ends in the first of the hours that are twice', () => {
    const end = due(alwaysOpen('Europe/London'), '2026-10-24T01:30+01:00', '1 business day');
    const measured = businessMillisecondsBetween(
      alwaysOpen('Europe/London'),
      new Date('2026-10-24T01:30+01:00'),
      new Date('2026-10-25T01:30+01:00'),
    );
    expect([end, measured]).toEqual(['Sun 2026-10-25 01:30', 24 * hour]);
  });

  test('a business day that begins in the second of two equal hours ends no earlier than one begun in the first', () => {
    expect(due(alwaysOpen('Europe/London'), '2026-10-25T01:10Z', '1 business day')).toBe('Mon 2026-10-26 02:00');
  });

  test('hours that begin in the gap begin after it, and hours inside it are none', () => {
    const [from, to] = [new Date('2026-03-28T12:00Z'), new Date('2026-03-29T23:00Z')];
    const open = (hours: [string, string]) =>
      businessMillisecondsBetween(calendar('Europe/London', sunday(...hours)), from, to) / hour;
    expect([open(['01:30', '05:00']), open(['00:00', '01:30']), open(['01:15', '01:45'])]).toEqual([3, 1, 0]);
  });

  test('a day whose only hours fall into the gap is not a working day', () => {
    const sample = calendar('Europe/London', sunday('01:15', '01:45'));
    expect(due(sample, '2026-03-27T10:00Z', '1 business day')).toBe('Mon 2026-03-30 10:00');
    expect(due(sample, '2026-03-20T10:00Z', '1 business day')).toBe('Sun 2026-03-22 01:45');
  });

  test('hours that end at a time shown twice end at the first of them', () => {
    const night = calendar('Europe/London', sunday('00:00', '01:30'));
    const open = (at: string) => isOpen(night, new Date(at));
    expect([open('2026-10-25T00:29Z'), open('2026-10-25T00:30Z'), open('2026-10-25T01:15Z')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('the last hour of a day may be twice, up to midnight', () => {
    const beirut = calendar('Asia/Beirut', { week: { saturday: [{ from: '22:00', to: '24:00' }] } });
    expect(due(beirut, '2026-10-24T23:30+02:00', '30 business minutes')).toBe('Sun 2026-10-25 00:00');
    expect(isOpen(beirut, new Date('2026-10-24T23:30+02:00'))).toBe(true);
  });
});
