import { partsOf, weekAt, weekdayAt } from '../day.ts';
import { monthOf, weekdayOf } from '../words/date-words.ts';
import type { TimeValue } from './said-time.ts';

export function weekdayOfWeek([, name = '', last, next]: RegExpExecArray): TimeValue {
  const offset = (next === undefined ? 0 : 1) - (last === undefined ? 0 : 1);
  return {
    speaksOf: (day, today) => weekAt(day) - weekAt(today) === offset && weekdayAt(day) === weekdayOf(name),
  };
}

export function period([, next, last, , name = '']: RegExpExecArray): TimeValue {
  const offset = (next === undefined ? 0 : 1) - (last === undefined ? 0 : 1);
  if (/month|monat/i.test(name))
    return { speaksOf: (day, today) => partsOf(day).month === ((partsOf(today).month + offset + 11) % 12) + 1 };
  const isWeekend = /end/i.test(name);
  return {
    speaksOf: (day, today) => weekAt(day) - weekAt(today) === offset && (!isWeekend || [0, 6].includes(weekdayAt(day))),
  };
}

export function weekdayAlone({
  text,
  next,
  last,
  name = '',
}: {
  text: string;
  next?: string | undefined;
  last?: string | undefined;
  name?: string | undefined;
}): TimeValue | undefined {
  if (/^(?:mon|sun|sat|wed|tue|thu|fri|mar)$/i.test(text) && !/^[A-Z]/.test(text)) return undefined;
  const weekday = weekdayOf(name);
  const isWeekOn = /(?:week|woche)/i.test(text ?? '');
  const reach = next !== undefined || last !== undefined || isWeekOn ? 13 : 7;
  return {
    weekday,
    speaksOf: (day, today) =>
      weekdayAt(day) === weekday &&
      Math.abs(day - today) <= reach &&
      (next === undefined || day >= today) &&
      (last === undefined || day <= today),
  };
}

export function monthAlone(name = '', part?: string): TimeValue | undefined {
  if (/^(?:may|march|august|mar)$/.test(name)) return undefined;
  const wanted = monthOf(name);
  const [from, to] = bordersOf(part);
  return { speaksOf: (day) => partsOf(day).month === wanted && partsOf(day).date >= from && partsOf(day).date <= to };
}

function bordersOf(part = ''): [number, number] {
  if (/early|beginning|anfang/i.test(part)) return [1, 12];
  if (/mid|mitte/i.test(part)) return [9, 22];
  return /late|end/i.test(part) ? [19, 31] : [1, 31];
}
