import { articlesIn } from '../articles.ts';
import { type Finder, unfounded } from '../finding.ts';
import type { Ground } from '../ground.ts';
import type { OrderRecord } from '../order-record.ts';
import type { Clause } from '../reading.ts';
import { isSupposed } from './supposed.ts';

interface Denial {
  pattern: RegExp;
  /** Whether the record has it after all. */
  isIn(order: OrderRecord): boolean;
}

const denials: readonly Denial[] = [
  {
    pattern:
      /(?<!\p{L})(?:no|without|keine) (?:tracking(?= (?:for|on|with)(?!\p{L}))|nummer(?! mehr))|(?:no|without a|keine) (?:(?:tracking|parcel|consignment) (?:number|code|reference)|sendungsnummer|sendungsverfolgung|paketnummer)/iu,
    isIn: ({ trackingNumber }) => trackingNumber !== undefined,
  },
  {
    pattern:
      /(?<!\p{L})(?:no|keinen?) (?:expected |delivery |estimated |planned |new |neuen |voraussichtlichen )?(?:date|day|delivery date|termin|liefertermin|lieferdatum)(?!\p{L})|(?:einen )?(?:liefer)?termin (?:gibt es|haben wir|steht) (?:\p{L}+ )?nicht|(?:is|are)(?:n['’]t| not) expected|nicht erwartet/iu,
    isIn: ({ expectedAt }) => expectedAt !== undefined,
  },
  {
    pattern: /(?<!\p{L})(?:no|kein) (?:carrier|courier|paketdienst|versanddienst\p{L}*)(?!\p{L})/iu,
    isIn: ({ carrier }) => carrier !== undefined,
  },
  {
    pattern:
      /(?:order|bestellung) (?:\p{L}+ ){0,3}(?:nicht vor(?:liegt)?|not (?:in our (?:system|records)|on file|reach(?:ed)? us))|(?:no|keine) (?:order|bestellung) (?:from|under|for|von|unter|zu) (?:you|your|ihnen|ihrem)/iu,
    isIn: () => true,
  },
];
const notOrdered =
  /(?:was|were|is|are)(?:n['’]t| not) (?:\p{L}+ )?ordered|(?:wurde|wurden|haben sie) (?:\p{L}+ ){0,3}nicht bestellt/iu;
const notWithCarrier =
  /(?:(?:has|have|does|did)(?:n['’]t| not)|never) (?:\p{L}+ )?(?:have|had|got|received?|been given|taken|take) (?:it|them|the|your)|(?:is|are|was)(?:n['’]t| not) (?:\p{L}+ )?with (?!you|us|me)|hat (?:es|sie|ihn|das paket|die sendung) (?:\p{L}+ )?nicht/iu;

/** What the record holds, said to be lacking. */
export const lacking: Finder = {
  isAboutWholeClauses: true,
  *find(reading, ground) {
    for (const clause of reading.clauses) {
      if (isSupposed(reading, clause)) continue;
      const start = clause.start + clause.text.search(/\S/);
      const span = { start, end: clause.start + clause.text.trimEnd().length };
      if (isDenied(clause, ground)) yield unfounded('status', span, 'The record has it.');
      else if (isMadeUp(clause, ground)) yield unfounded('status', span, 'The record has none.');
    }
  },
};

/** A new date has been entered, where the record has none. */
const newDate =
  /(?<!(?:no|not|once|until|kein|keinen) (?:\p{L}+ ){0,2})(?:(?:a|the) (?:new|fresh|revised) (?:delivery )?date|(?:ein|einen|der) neue[rn]? (?:liefer)?termin) (?:has|is|was|have|ist|steht|wurde|eingetragen|vermerkt|fest)(?! (?:not|nicht|noch)(?!\p{L}))(?:.*(?<!\p{L})(?:set|entered|recorded|fixed|noted|given|there|known|eingetragen|vermerkt|fest|bekannt)(?!\p{L}))/iu;

/** What the record lacks, said to be there. */
function isMadeUp({ text }: Clause, { order, trusted }: Ground): boolean {
  if (!order || order.expectedAt !== undefined || trusted.days.length > 0) return false;
  return newDate.test(text) && !/(?<!\p{L})(?:no|not|yet|nicht|noch)(?!\p{L})/iu.test(text);
}

function isDenied({ text }: Clause, { order, asked, references }: Ground): boolean {
  if (!order || [...asked].some((number) => !references.has(number))) return false;
  if (denials.some(({ pattern, isIn }) => pattern.test(text) && isIn(order))) return true;
  if (notOrdered.test(text) && articlesIn(text, order).length > 0) return true;
  const { carrier = '' } = order;
  return carrier !== '' && order.shippedAt !== undefined && text.includes(carrier) && notWithCarrier.test(text);
}
