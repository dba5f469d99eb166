import { z } from 'zod';
import { foldName } from '#governance/redaction/names/fold-name.ts';
import { type Day, dayAt } from './day.ts';
import { amountsIn } from './finders/amounts.ts';
import { clocksIn } from './finders/clock-values.ts';
import { timesIn } from './finders/date-values.ts';
import { spanOfTime } from './finders/dates.ts';
import { durationsIn } from './finders/durations.ts';
import { leadingIn, plainAddress } from './finders/links.ts';
import { capitalisedIn } from './finders/names.ts';
import { quantitiesIn } from './finders/numbers.ts';
import { phonesIn } from './finders/phones.ts';
import { promisesNamedIn } from './finders/promises.ts';
import { keyOf, rangesIn } from './finders/ranges.ts';
import { referencesIn, squash } from './finders/references.ts';
import type { Ground, Sources, Trusted } from './ground.ts';
import { InvoiceRecord } from './invoice-record.ts';
import { OrderRecord } from './order-record.ts';
import { read } from './reading.ts';

/** Words of a process about how to write, and not about the matter. */
const aboutTheWriting: ReadonlySet<string> = new Set([
  'situation',
  'category',
  'urgency',
  'sentiment',
  'language',
  'attempt',
  'order',
  'customerName',
  'statements',
  'earlierTickets',
]);

const isInstant = (value: string) => z.iso.datetime({ offset: true }).safeParse(value).success;

/** Makes what a message may say ready to be compared. */
export function layGround(sources: Sources): Ground {
  const { facts, enquiry, standingTexts, timeZone } = sources;
  const order = OrderRecord.optional().catch(undefined).parse(facts.order);
  const invoice = InvoiceRecord.optional().catch(undefined).parse(facts.invoice);
  const others = Object.entries(facts).filter(([name]) => !aboutTheWriting.has(name));
  const leaves = leavesOf(others.map(([, value]) => value));
  const texts = leaves.filter((leaf) => typeof leaf === 'string');
  const trusted = trustedIn([...standingTexts, ...texts], {
    records: texts,
    instants: texts.filter(isInstant),
    timeZone,
  });
  const given = [enquiry.name, facts.customerName, order?.carrier, ...(order?.items ?? []).map(({ name }) => name)];
  const wholeNames = given.filter((name) => typeof name === 'string' && name.trim() !== '').map(String);
  const instants = instantsOf(order);
  return {
    order,
    invoice,
    isAboutInvoices: String(facts.situation).startsWith('invoice-'),
    instants,
    deadlines: deadlinesOf(instants, { spans: trusted.spans, timeZone }),
    today: dayAt(sources.writtenAt.toISOString(), timeZone),
    timeZone,
    references: new Set([order?.number, order?.trackingNumber].filter((value) => value !== undefined).map(squash)),
    asked: askedIn(sources),
    askedText: `${enquiry.subject}\n${enquiry.text}`,
    numbers: new Set([
      ...countsOf(order),
      ...leaves.filter((leaf) => typeof leaf === 'number'),
      ...countOfLists(others),
    ]),
    wholeNames,
    names: [...wholeNames, ...capitalisedIn(trusted.text)].map(foldName),
    trusted,
  };
}

function askedIn({ enquiry, orderNumberPattern }: Sources): Set<string> {
  const found = `${enquiry.subject}\n${enquiry.text}`.matchAll(new RegExp(orderNumberPattern, 'giu'));
  return new Set([...found].map(([number]) => squash(number)));
}

function instantsOf(order: OrderRecord | undefined): Ground['instants'] {
  const { placedAt, shippedAt, expectedAt, deliveredAt } = order ?? {};
  const known = Object.entries({ placedAt, shippedAt, expectedAt, deliveredAt }).filter(
    ([, value]) => value !== undefined,
  );
  return Object.fromEntries(known);
}

/** Thirty days from delivery, as the day that is. */
function deadlinesOf(
  instants: Ground['instants'],
  { spans, timeZone }: { spans: ReadonlySet<string>; timeZone: string },
): Day[] {
  const lengths = [...spans].flatMap((span) => Number(/^(\d+) days$/.exec(span)?.[1] ?? []));
  const from = instants.deliveredAt === undefined ? Object.values(instants) : [instants.deliveredAt];
  const days = from.map((instant) => dayAt(instant, timeZone));
  return days.flatMap((day) => lengths.map((length) => day + length));
}

function countsOf(order: OrderRecord | undefined): number[] {
  const quantities = (order?.items ?? []).map(({ quantity }) => quantity);
  return quantities.length === 0
    ? []
    : [...quantities, quantities.length, quantities.reduce((sum, count) => sum + count, 0)];
}

function countOfLists(facts: readonly (readonly [string, unknown])[]): number[] {
  return facts.flatMap(([, value]) => (Array.isArray(value) ? [value.length] : []));
}

function leavesOf(values: readonly unknown[]): (string | number)[] {
  return values.flatMap((value) => {
    if (typeof value === 'string' || typeof value === 'number') return [value];
    return typeof value === 'object' && value !== null ? leavesOf(Object.values(value)) : [];
  });
}

/** What the firm's own texts say, found in the same way as the claims that are held against it. */
function trustedIn(
  texts: readonly string[],
  { records, instants, timeZone }: { records: readonly string[]; instants: readonly string[]; timeZone: string },
): Trusted {
  const reading = read(texts.join('\n\n'));
  const addresses = new Set([...leadingIn(reading)].map(({ text }) => plainAddress(text)));
  const phones = [...phonesIn(reading)].map(({ digits }) => digits);
  const durations = [...durationsIn(reading)].map(({ minutes }) => minutes);
  const clocks = [...clocksIn(reading)].flatMap(({ minutes }) => minutes);
  const known = [...rangesIn(reading)];
  const ranges = known.flatMap((range) => [keyOf(range), keyOf({ ...range, unit: undefined })]);
  const bounds = known.flatMap(({ from, to }) => [from, to]);
  const amounts = [...amountsIn(reading)];
  const times = [...timesIn(reading)];
  const references = [...referencesIn(reading)].flatMap(({ readings }) => readings.map(({ value }) => value));
  const numbers = [...quantitiesIn(reading)]
    .filter(({ isInWords, value }) => !isInWords || value > 1)
    .map(({ value }) => value);
  return {
    amounts,
    addresses,
    clocks: new Set(clocks),
    durations: new Set(durations),
    phones: new Set(phones),
    ranges: new Set(ranges),
    days: instants.map((instant) => dayAt(instant, timeZone)),
    weekdays: new Set(times.flatMap(({ weekday }) => weekday ?? [])),
    spans: new Set([
      ...times.map((time) => spanOfTime(reading, time)),
      ...bounds.flatMap((bound) => [`${bound} days`, `${bound} working days`]),
    ]),
    references: new Set(references),
    numbers: new Set([...numbers, ...bounds]),
    promises: new Set(promisesNamedIn(read(records.join('\n\n')).clauses)),
    text: reading.text,
    records: read(records.join('\n\n')).text.toLowerCase(),
  };
}
