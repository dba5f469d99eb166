import type { Amount } from './amount.ts';
import type { Day } from './day.ts';
import type { InvoiceRecord } from './invoice-record.ts';
import type { OrderRecord } from './order-record.ts';
import type { Role } from './words/date-roles.ts';
import type { Promised } from './words/promise-words.ts';

/** What a message was drafted from. */
export interface Sources {
  /** Records, and what the firm's people said. */
  facts: Readonly<Record<string, unknown>>;
  /** What the customer wrote. It founds nothing but the numbers asked about and the writer's own name. */
  enquiry: { name?: string | undefined; subject: string; text: string };
  /** Texts that the firm signed: what a registry pins, and answers of its people. */
  standingTexts: readonly string[];
  /** How the firm's order numbers look. */
  orderNumberPattern: string;
  writtenAt: Date;
  timeZone: string;
}

/** Everything that may be said, ready to be compared. */
export interface Ground {
  order: OrderRecord | undefined;
  invoice: InvoiceRecord | undefined;
  /** Whether it is invoices that are asked about, found or not. */
  isAboutInvoices: boolean;
  instants: Partial<Record<Role, string>>;
  today: Day;
  /** The days until which a text of the firm counts from those of the order. */
  deadlines: readonly Day[];
  timeZone: string;
  references: ReadonlySet<string>;
  /** Numbers the customer named, which may be said back. */
  asked: ReadonlySet<string>;
  /** What the customer wrote, which names the matter. */
  askedText: string;
  /** What may be counted. */
  numbers: ReadonlySet<number>;
  /** Names in the records and of the writer, whole. */
  wholeNames: readonly string[];
  /** The same, and those of the firm. */
  names: readonly string[];
  trusted: Trusted;
}

export interface Trusted {
  amounts: readonly Amount[];
  days: readonly Day[];
  /** Days of the week, from Sunday, which is 0. */
  weekdays: ReadonlySet<number>;
  /** Times with no day, such as 30 days, as they are written. */
  spans: ReadonlySet<string>;
  phones: ReadonlySet<string>;
  /** Times of the day, in minutes. */
  clocks: ReadonlySet<number>;
  /** How long something takes, in minutes. */
  durations: ReadonlySet<number>;
  /** From so many to so many, as 3-5 and 3-5 days. */
  ranges: ReadonlySet<string>;
  references: ReadonlySet<string>;
  numbers: ReadonlySet<number>;
  addresses: ReadonlySet<string>;
  promises: ReadonlySet<Promised>;
  text: string;
  /** Texts among the facts, in small letters: what the firm's people said about this very matter. */
  records: string;
}
