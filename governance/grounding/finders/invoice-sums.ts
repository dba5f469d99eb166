import type { Money } from '#contracts/money.ts';
import type { Amount } from '../amount.ts';
import type { Finding } from '../finding.ts';
import type { Ground } from '../ground.ts';
import type { InvoiceRecord } from '../invoice-record.ts';
import type { Clause, Reading } from '../reading.ts';

/** What a sum of an invoice is, by the words around it: the first that fits. */
const roles: readonly { words: RegExp; of: string; sumsIn(invoice: InvoiceRecord): readonly (Money | undefined)[] }[] =
  [
    {
      words: /more than|too much|overp\p{L}+|in excess|zu viel|mehr als|überzahl\p{L}*|de plus que|meer dan/iu,
      of: 'what came in beyond what was asked for',
      sumsIn: ({ overpaid }) => [overpaid],
    },
    {
      words:
        /(?:paid|sent|given|transferred|money) back|refund\p{L}*|reimburs\p{L}*|return(?:ed|ing)|(?:zurück|erstatt)\p{L}*|rembours\p{L}*|terugbetaald/iu,
      of: 'what was paid back',
      sumsIn: ({ payments }) => payments.map(({ paidBack }) => paidBack),
    },
    {
      words: /credit\p{L}*|gutgeschrieben|gutschrift|gecrediteerd|(?<!\p{L})avoir(?!\p{L})/iu,
      of: 'what was credited',
      sumsIn: ({ credited }) => [credited],
    },
    {
      words:
        /(?<!\p{L})(?:open|outstanding|unpaid|ow(?:e|es|ed|ing)|overdue|due|remain\p{L}*|(?:still )?to (?:be )?pa(?:y|id)|balance|left|offen\p{L}*|aussteh\p{L}*|ausständig|fällig|restbetrag|zu zahlen|reste|payer|betalen|staat)(?!\p{L})/iu,
      of: 'what is still to be paid',
      sumsIn: ({ open }) => [open],
    },
    {
      words:
        /(?<!\p{L})(?:received|paid|payments?|came in|arrived|credited to us|transferred|transfers?|booked|bezahlt|gezahlt|zahlung\p{L}*|erhalten|eingegangen|eingang|überwiesen|überweisung|verbucht|reçu|ontvangen)(?!\p{L})/iu,
      of: 'what was paid',
      sumsIn: ({ payments }) => payments.map(({ sum }) => sum),
    },
    {
      words: /(?<!\p{L})(?:each|apiece|per piece|je|pro stück|unit price|einzelpreis)(?!\p{L})/iu,
      of: 'the price of one piece',
      sumsIn: ({ lines }) => lines.map(({ price }) => price),
    },
    {
      words:
        /(?<!\p{L})(?:invoice[sd]?|bill|comes? to|came to|totals?|in all|amounts?|sum|rechnung|rechnungsbetrag|lautet|beträgt|beläuft|betrag|summe|gesamt\p{L}*|insgesamt|facture|élève|factuur|bedraagt)(?!\p{L})/iu,
      of: 'the sum of the invoice',
      sumsIn: ({ total, lines }) => [total, ...lines.map(times)],
    },
  ];

export interface SumOfInvoice {
  /** In minor units of the currency. */
  values: readonly number[];
  currency: string;
  of: string;
}

/** What a sum should be where an invoice is told of, going by the words around it. */
export function expectedOfInvoice(
  reading: Reading,
  invoice: InvoiceRecord,
  { start }: Pick<Amount, 'start'>,
): SumOfInvoice {
  const { text } = reading.clauseAt(start);
  const { of, sumsIn } = roles.find(({ words }) => words.test(text)) ?? {
    of: 'a sum of the invoice',
    sumsIn: everySum,
  };
  const values = sumsIn(invoice).flatMap((sum) => sum?.amount ?? []);
  return { values, currency: invoice.total.currency, of };
}

function everySum(invoice: InvoiceRecord): (Money | undefined)[] {
  return roles.flatMap(({ sumsIn }) => [...sumsIn(invoice)]);
}

function times({ price, quantity }: InvoiceRecord['lines'][number]): Money {
  return { ...price, amount: price.amount * quantity };
}

/** Words that name an invoice and say nothing of what became of it. */
const names = /^(?:invoices?|bills?|rechnung(?:en)?)$/iu;

export function onlyNamesInvoice(words: readonly string[]): boolean {
  return words.every((word) => names.test(word));
}

const later = /(?<!\p{L})(?:will|shall|['’]ll|going to|about to|wird|werden|werde)(?!\p{L})/iu;

/** Whether a clause says of money nothing but sums of the invoice, each in its place. */
export function tellsOfInvoice({ invoice }: Ground, clause: Clause, found: readonly Finding[]): boolean {
  const sums = found.filter(({ kind, start }) => kind === 'amount' && clause.start <= start && start < clause.end);
  const areIts = sums.length > 0 && sums.every(({ verdict }) => verdict === 'matches');
  return invoice !== undefined && areIts && !later.test(clause.text);
}
