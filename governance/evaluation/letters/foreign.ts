import type { Order } from '#contracts/order.ts';
import { monthNumbers } from './day-words.ts';
import { dayMonth, dayMonthsIn, instantsIn, weekdaysIn } from './days.ts';
import { firstMatch } from './pattern.ts';
import { normal } from './plain-text.ts';
import type { LetterWords } from './read-letter-words.ts';

/** What a letter was written from. */
export interface Material {
  facts: Readonly<Record<string, unknown>> & { order?: Order | undefined };
  subject: string;
  text: string;
}

interface Known {
  raw: string;
  days: readonly Date[];
  numbers: ReadonlySet<string>;
}

/** The number that order numbers are shown by to whoever lost theirs: AF-104512. */
const sampleNumber = '104512';

/** Numbers, dates, weekdays, carriers and addresses of a letter that stand neither in the facts nor in the mail. */
export function foreignIn(letter: string, material: Material, { carriers }: Pick<LetterWords, 'carriers'>): string[] {
  const { facts, subject, text } = material;
  const raw = normal(`${JSON.stringify(facts)} ${subject} ${text}`).toLowerCase();
  const days = instantsIn(facts);
  const known: Known = { raw, days, numbers: numbersKnown(raw, { days, order: facts.order }) };
  return [
    ...foreignNumbers(letter, known),
    ...foreignDays(letter, known),
    ...foreignCarriers(letter, known, carriers),
    ...foreignAddresses(letter, known),
  ];
}

function numbersKnown(raw: string, { days, order }: { days: readonly Date[]; order: Order | undefined }): Set<string> {
  const months = [...monthNumbers].filter(([word]) => firstMatch(raw, `\\b${word}\\b`) !== undefined);
  const ofDays = days.flatMap((day) => [
    ...[day.getUTCDate(), day.getUTCMonth() + 1],
    ...[day.getUTCFullYear(), day.getUTCFullYear() % 100],
  ]);
  const named = [...ofDays, ...amountsOf(order).flatMap(figuresOf), ...months.map(([, month]) => month)];
  return new Set([...figuresIn(raw), sampleNumber, ...named.map(String)]);
}

function amountsOf(order: Order | undefined): number[] {
  if (!order) return [];
  return [order.total, ...order.items.flatMap(({ unitPrice, quantity }) => [unitPrice, unitPrice * quantity])];
}

/** An amount as it may be written in main units, in thousands or not. */
function figuresOf(minor: number): number[] {
  const main = Math.floor(minor / 100);
  return [main, minor % 100, 0, ...(main >= 1000 ? [Math.floor(main / 1000), main % 1000] : [])];
}

function figuresIn(text: string): string[] {
  return (text.match(/\p{Nd}+/gu) ?? []).map((figure) => figure.replace(/^0+(?=\d)/, ''));
}

function foreignNumbers(letter: string, { numbers }: Known): string[] {
  return figuresIn(normal(letter))
    .filter((figure) => !numbers.has(figure))
    .map((figure) => `number ${figure}`);
}

function foreignDays(letter: string, { raw, days }: Known): string[] {
  const known = new Set(days.map((day) => dayMonth(day.getUTCDate(), day.getUTCMonth() + 1))).union(dayMonthsIn(raw));
  const weekdays = new Set([
    ...days.map((day) => (day.getUTCDay() + 6) % 7),
    ...weekdaysIn(raw).map(({ weekday }) => weekday),
  ]);
  const other = weekdaysIn(normal(letter)).filter(({ weekday }) => !weekdays.has(weekday));
  return [
    ...[...dayMonthsIn(letter).difference(known)].map((day) => `date ${day}`),
    ...other.map(({ word }) => `weekday ${word}`),
  ];
}

const otherCarriers = ['DHL', 'DPD', 'UPS', 'FedEx', 'Hermes', 'Royal Mail', 'PostNL', 'La Poste'];

/** The firm's carriers are known by their first word. */
function foreignCarriers(letter: string, { raw }: Known, ours: readonly string[]): string[] {
  const sought = [
    ...ours.map((carrier) => ({ carrier, word: carrier.split(' ')[0] ?? '' })),
    ...otherCarriers.map((carrier) => ({ carrier, word: carrier })),
  ];
  const stands = (text: string, word: string) => firstMatch(text, `\\b${RegExp.escape(word)}\\b`) !== undefined;
  return sought
    .filter(({ word }) => stands(normal(letter), word) && !stands(raw, word))
    .map(({ carrier }) => `carrier ${carrier}`);
}

function foreignAddresses(letter: string, { raw }: Known): string[] {
  const addresses = letter.match(/[\p{L}\p{N}_.+-]+@[\p{L}\p{N}_.-]+[\p{L}\p{N}_]/gu) ?? [];
  return addresses.filter((address) => !raw.includes(address.toLowerCase())).map((address) => `address ${address}`);
}
