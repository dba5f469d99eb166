import { dayAt } from '../day.ts';
import { type Finder, type Finding, matching, unfounded } from '../finding.ts';
import type { Ground } from '../ground.ts';
import type { OrderRecord } from '../order-record.ts';
import { type Clause, type Reading, read } from '../reading.ts';
import type { Span } from '../span.ts';
import { holds, type Said, sayings } from '../words/status-words.ts';
import { squash } from './references.ts';
import { isSupposed } from './supposed.ts';

const no =
  /(?:\b(?:not|never|no longer|nothing|neither|nor|without|yet to|cannot|hardly|unable|nobody|none|fails?|failed|far from|nicht|nichts|nie|niemals|keine?[rnsm]?|noch aus(?:steht)?|weder|ohne)\b|n't\b)/i;
const ofTheLetter =
  /\b(?:your (?:own )?(?:message|e-?mail|letter|question|enquiry|inquiry|complaint|request|note|mail|feedback|reply|answer|photos?|query)|you wrote|(?:ihre?|ihrer|ihren|diese) (?:nachricht|e-?mail|mail|frage|anfrage|beschwerde|schreiben|rückmeldung|antwort|anliegen|bitte|fotos?|bilder|bild|unterlagen|brief|formular|hinweis\p{L}*|reklamation))\b(?!.*\b(?:order|parcel|package|shipment|bestellung|sendung|paket|lieferung|item|lamp)\b)/iu;
const ofTheOrder = /(?<!\p{L})(?:order|parcel|package|shipment|bestellung|sendung|paket|lieferung)(?!\p{L}| number)/iu;
const ofTheReply =
  /\b(?:reply|replying|answer(?:ing)?|response|respond\p{L}*|getting back|get back|rückmeldung|antwort\p{L}*)\b/iu;

/** What is said of where the order is, against its record. Clauses that only suppose are left alone. */
export const statuses: Finder = {
  isAboutWholeClauses: true,
  *find(reading, ground) {
    for (const clause of reading.clauses) {
      if (isOfNoOrder(reading, clause)) continue;
      const said = saidIn(clause) ?? answeredIn(clause, ground);
      const found = said && { ...said, isDenied: said.isDenied || isDeniedBehind(reading, clause) };
      if (found && !isDenialOfHarm(found, reading)) yield judge(reading, ground, { clause, ...found });
    }
  },
};

const notYet = /^\W*(?:(?:no|nein)\s)?(?:unfortunately |leider |I'm afraid )?(?:not (?:quite )?yet|noch nicht)\W*$/iu;
/** Yes, it has; no, it hasn't. */
const soItIs =
  /^\W*(?:(?:yes|no|ja|nein)\W+)?(?:it|they) (?:has|have|is|was|were|did)(?<no>n['\u2019]t| not)?(?: yet| indeed| already)?\W*$/iu;

/** Has it been shipped? No, not yet. */
function answeredIn({ start, text }: Clause, { askedText }: Ground): Spoken | undefined {
  const isNo = notYet.test(text) || soItIs.exec(text)?.groups?.no !== undefined;
  if (!isNo && !soItIs.test(text)) return undefined;
  const questions = read(askedText).sentences.filter((sentence) => sentence.text.trimEnd().endsWith('?'));
  const [asked, another] = questions.flatMap((question) => saidIn(question) ?? []);
  if (!asked || another || asked.said === 'elsewhere') return undefined;
  return {
    said: asked.said,
    isDenied: isNo !== asked.isDenied,
    start: start + text.search(/\S/),
    end: start + text.trimEnd().length,
  };
}

/** Shipped: not yet. */
function isDeniedBehind({ text }: Reading, clause: Clause): boolean {
  return (
    /:\s*$/u.test(clause.text) &&
    /^\s*(?:not|no|nein|noch nicht|nicht|never|nie)(?!\p{L})/iu.test(text.slice(clause.end))
  );
}

function isOfNoOrder(reading: Reading, clause: Clause): boolean {
  if (isSupposed(reading, clause)) return true;
  if (ofTheLetter.test(clause.text) && !ofTheOrder.test(clause.text)) return true;
  return /\b(?:delay|verzögerung|verspätung)/i.test(clause.text) && ofTheReply.test(clause.text);
}

/** That nothing is missing needs no record. */
function isDenialOfHarm({ said, isDenied, start, end }: Spoken, { text }: Reading): boolean {
  return (
    said === 'elsewhere' &&
    isDenied &&
    !/(?<!out of )stock|lager|vorrätig|lieferbar|available|verfügbar/i.test(text.slice(start, end))
  );
}

/** Three to five working days on the way is how long it takes in general. */
function isHowLong(ahead: string): boolean {
  return /(?:days?|weeks?|tage|tagen|wochen?)\s$/i.test(ahead) && !/\b(?:seit|since|for|vor)\b/i.test(ahead);
}

/** A cancelled order cannot be sent: it is one, whatever it cannot. */
function isOfKind(text: string, match: RegExpExecArray): boolean {
  return (
    /^\p{L}+ (?:orders|parcels|bestellungen|pakete)(?!\p{L})/iu.test(text.slice(match.index)) ||
    (/(?<!\p{L})(?:an?|the|your|this|eine?|die|der|diese)\s$/iu.test(text.slice(0, match.index)) &&
      /^(?:cancell?ed|delayed|late|verspätete|stornierte|shipped|delivered)/i.test(match[0]))
  );
}

interface Spoken extends Span {
  said: Said;
  isDenied: boolean;
}

/** We have no note that it was delivered. */
const knownToNobody =
  /(?<!\p{L})(?:no|not|keine?n?|nicht) (?:\p{L}+ ){0,2}?(?:note|record|sign|entry|confirmation|information|indication|word|proof|say|show|recorded|noted|vermerkt|eintrag|hinweis|vermerk|bestätigung)(?!\p{L})/iu;

export function saidIn(clause: Clause): Spoken | undefined {
  for (const { said, pattern } of sayings) {
    const match = pattern.exec(clause.text);
    if (!match || isHowLong(clause.text.slice(0, match.index))) continue;
    const start = clause.start + match.index;
    const isUnknown = knownToNobody.test(clause.text.slice(0, match.index));
    const from = clause.text.slice(0, match.index).search(/\s(?:that|which|who)\s(?!.*\s(?:that|which|who)\s)/u);
    const rest = clause.text
      .slice(Math.max(0, from))
      .replace(/\bnot only\b|\bnicht nur\b|\bno later than\b|\bnot (?:a|any) problem\b/gi, '');
    const isDenied =
      (isUnknown || no.test(rest)) &&
      !isOfKind(clause.text, match) &&
      !(said === 'to-be-shipped' && /yet to/i.test(match[0])) &&
      !(said === 'on-time' && /without|ohne/i.test(match[0])) &&
      !(said === 'elsewhere' && /nicht|no longer|attempt/i.test(match[0]));
    return { said, isDenied, start, end: start + match[0].length };
  }
  return undefined;
}

function judge(
  reading: Reading,
  ground: Ground,
  { clause, said, isDenied, ...span }: Spoken & { clause: Clause },
): Finding {
  const { order, trusted } = ground;
  if (trusted.records.includes(reading.text.slice(span.start, span.end).toLowerCase()))
    return matching('status', span, 'A text of the firm says so.');
  if (!order) return unfounded('status', span, 'No order was found whose state could be told.');
  if (isOfAnother(reading, ground, clause)) return unfounded('status', span, 'The record is of another order.');
  const is = { status: order.status, isShipped: order.shippedAt !== undefined, isOverdue: isOverdue(ground, order) };
  if (said === 'elsewhere') return unfounded('status', span, 'No record says so.');
  return holds(said, is) === !isDenied
    ? matching('status', span, `The record says ${order.status}.`)
    : unfounded('status', span, `The record says ${order.status}.`);
}

function isOverdue({ today, timeZone }: Ground, { expectedAt }: OrderRecord): boolean {
  return expectedAt !== undefined && dayAt(expectedAt, timeZone) < today;
}

/** A number that was only asked about says nothing of its order. */
function isOfAnother(reading: Reading, ground: Ground, clause: Clause): boolean {
  const plain = squash(reading.sentenceAt(clause.start).text);
  const own = [...ground.references].some((number) => plain.includes(number));
  return !own && [...ground.asked].some((number) => plain.includes(number));
}
