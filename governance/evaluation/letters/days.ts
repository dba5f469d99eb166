import { monthNumbers, weekdayNumbers } from './day-words.ts';
import { patternOf } from './pattern.ts';
import { flat } from './plain-text.ts';

const anyMonth = [...monthNumbers.keys()].toSorted((one, other) => other.length - one.length).join('|');
const dayThenMonth = `(?<!\\d)(\\d{1,2})(?:st|nd|rd|th|er)?\\.? ?(?:of )?(${anyMonth})\\b`;
const monthThenDay = `\\b(${anyMonth})\\.? (\\d{1,2})(?!\\d)`;
const inFigures = /(?<![\d.,/-])(\d{1,2})(?:\. ?|\/|-)(0?[1-9]|1[0-2])(?:\.|\/|-)?(?=\D|20\d\d|$)/gu;

/** Days of the month in any usual form, each as `DAY.MONTH.`. */
export function dayMonthsIn(text: string): Set<string> {
  const read = flat(text);
  const inWords = [
    ...[...read.matchAll(patternOf(dayThenMonth, 'gu'))].map(([, day, month = '']) => [day, monthNumbers.get(month)]),
    ...[...read.matchAll(patternOf(monthThenDay, 'gu'))].map(([, month = '', day]) => [day, monthNumbers.get(month)]),
  ];
  const figures = [...read.matchAll(inFigures)]
    .map(([, day, month]) => [day, month])
    .filter(([day]) => Number(day) >= 1 && Number(day) <= 31);
  return new Set([...inWords, ...figures].map(([day, month]) => dayMonth(Number(day), Number(month))));
}

export function dayMonth(day: number, month: number): string {
  return `${day}.${month}.`;
}

/** Days of the week by their words, each with its number from Monday. */
export function weekdaysIn(text: string): { word: string; weekday: number }[] {
  return wordsIn(text).flatMap((word) => {
    const weekday = weekdayNumbers.get(word);
    return weekday === undefined ? [] : [{ word, weekday }];
  });
}

export function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}

/** Every instant among facts, as the day that it is written with. */
export function instantsIn(facts: unknown): Date[] {
  if (Array.isArray(facts)) return facts.flatMap(instantsIn);
  if (typeof facts === 'object' && facts !== null) return Object.values(facts).flatMap(instantsIn);
  return typeof facts === 'string' && /^\d{4}-\d\d-\d\dT/.test(facts) ? [new Date(facts.slice(0, 10))] : [];
}
