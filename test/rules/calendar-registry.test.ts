import { describe, expect, test } from 'vitest';
import { Calendar } from '#contracts/calendar.ts';
import { createRegistrySource, loadRegistry } from '#governance/registry/index.ts';
import { copyRegistry, mistakesOf, registryFolder } from './registry-copy.ts';

const office = 'calendars/office.yaml';
const replace = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);

describe('a calendar of the registry', () => {
  test('is handed out as a run pins it, without its owner and title', () => {
    const registry = loadRegistry(registryFolder);
    const calendar = registry.calendar('office');
    expect(Calendar.parse(calendar)).toEqual(calendar);
    expect(Object.keys(calendar)).toEqual(['name', 'timeZone', 'week', 'holidays']);
    expect(calendar.holidays).toContainEqual({ date: '2026-12-25', name: 'Christmas Day', hours: [] });
    expect(createRegistrySource({ registry, available: new Set() }).current().calendar('office')).toEqual(calendar);
  });

  test('cannot be changed for the next run by who holds it', () => {
    const registry = loadRegistry(registryFolder);
    registry.calendar('office').week.monday.length = 0;
    expect(registry.calendar('office').week.monday).toHaveLength(1);
  });

  test('is refused where nobody registered it', () => {
    expect(() => loadRegistry(registryFolder).calendar('toString')).toThrow(/no calendar 'toString'/);
  });

  test('is shown with its owner and its holidays', () => {
    const { calendars } = loadRegistry(registryFolder).view();
    expect(calendars).toMatchObject([{ name: 'office', owner: 'lee', timeZone: 'Europe/London' }]);
  });

  test('may open at midnight, close at midnight, and open again as it closes', () => {
    const hours = 'sunday: [{ from: 00:00, to: 09:00 }, { from: 09:00, to: 24:00 }]';
    const registry = loadRegistry(copyRegistry({ [office]: replace('sunday: []', hours) }));
    expect(registry.calendar('office').week.sunday).toHaveLength(2);
  });
});

describe('a mistake in a calendar names file, line and field', () => {
  const monday = (hours: string) => replace(/monday: .*/, `monday: ${hours}`);
  const closedDays = (from: string, count: number) =>
    Array.from({ length: count }, (_, index) => {
      const date = new Date(Date.parse(from) + index * 86_400_000).toISOString().slice(0, 10);
      return `  - { date: ${date}, name: Closed }`;
    }).join('\n');

  test.each<[string, (text: string) => string, RegExp]>([
    [
      'an unknown time zone',
      replace('Europe/London', 'Europe/Lundon'),
      /^calendars\/office\.yaml:7 timeZone: is not a time zone; write a name of the IANA list, such as 'Europe\/London'; correct "Europe\/Lundon"/,
    ],
    [
      'overlapping hours',
      monday('[{ from: 09:00, to: 12:30 }, { from: 12:00, to: 17:00 }]'),
      /office\.yaml:10 week\.monday\.1: overlaps the hours before it; begin at 12:30 or later/,
    ],
    [
      'hours in the wrong order',
      monday('[{ from: 13:00, to: 17:00 }, { from: 09:00, to: 12:00 }]'),
      /office\.yaml:10 week\.monday\.1: overlaps the hours before it; begin at 17:00 or later/,
    ],
    [
      'hours over midnight',
      monday('[{ from: 22:00, to: 06:00 }]'),
      /office\.yaml:10 week\.monday\.0: must end later on the same day; write 'to' after 'from'/,
    ],
    ['hours of no length', monday('[{ from: 09:00, to: 09:00 }]'), /week\.monday\.0: must end later on the same day/],
    [
      'a time that does not exist',
      monday('[{ from: 9:00, to: 25:00 }]'),
      /office\.yaml:10 week\.monday\.0\.to: must be a time from 00:00 to 24:00, such as '09:30'; correct "25:00"/,
    ],
    [
      'a weekday left out',
      replace(/ {2}sunday: .*\n/, ''),
      /office\.yaml:\d+ week\.sunday: is missing; write 'sunday: …'/,
    ],
    [
      'a weekday that is none',
      replace('sunday:', 'sonday:'),
      /office\.yaml:16 week\.sonday: is not a field known here/,
    ],
    [
      'a holiday twice',
      replace('date: 2026-04-06', 'date: 2026-04-03'),
      /office\.yaml:22 holidays\.2\.date: 2026-04-03 is listed twice; remove one of them/,
    ],
    [
      'a date that does not exist',
      replace('2027-03-29', '2027-02-29'),
      /office\.yaml:\d+ holidays\.12\.date: must be a date that exists, such as '2027-12-24'; correct "2027-02-29"/,
    ],
    [
      'overlapping hours of a holiday',
      replace('[{ from: 09:00, to: 13:00 }]', '[{ from: 09:00, to: 13:00 }, { from: 10:00, to: 11:00 }]'),
      /holidays\.6\.hours\.1: overlaps the hours before it; begin at 13:00/,
    ],
    [
      'a week without hours',
      replace(/\[\{ from: 09:00, to: 17:[03]0 \}\]/g, '[]'),
      /office\.yaml:10 week: is never open; write hours, such as 'monday: \[\{ from: 09:00, to: 17:30 \}\]'/,
    ],
    [
      'a year that is closed',
      replace(/holidays:\n[\s\S]*/, `holidays:\n${closedDays('2026-01-01', 370)}\n`),
      /office\.yaml:20 holidays\.0: begins a year without one open day; remove some of the holidays/,
    ],
    [
      'a name that is not the file',
      replace('name: office', 'name: shop'),
      /office\.yaml:1 name: must be the name of its file; write 'name: office'/,
    ],
  ])('%s', (_, change, expected) => {
    const mistakes = mistakesOf(() => loadRegistry(copyRegistry({ [office]: change })));
    expect(mistakes).toContainEqual(expect.stringMatching(expected));
  });

  test('a month that is closed is none', () => {
    const closed = replace(/holidays:\n[\s\S]*/, `holidays:\n${closedDays('2026-08-01', 31)}\n`);
    expect(mistakesOf(() => loadRegistry(copyRegistry({ [office]: closed })))).toEqual([]);
  });
});
