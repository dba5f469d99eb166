import { type Finder, matching, unfounded } from '../finding.ts';
import type { Ground } from '../ground.ts';
import { type Clause, type Reading, taken } from '../reading.ts';
import { dealings, englishMatter, germanMatter, happens, unknowing } from '../words/money-words.ts';
import { isDone } from './deeds.ts';
import { onlyNamesInvoice } from './invoice-sums.ts';
import { isSupposed } from './supposed.ts';

/** What is said of payments. No order holds any; a passage can. */
export const payments: Finder = {
  isAboutWholeClauses: true,
  *find(reading, ground) {
    for (const clause of reading.clauses) {
      const said = [...clause.text.matchAll(dealings)].map(([word]) => word);
      if (said.length === 0 || isHarmless(reading, clause)) continue;
      if (ground.isAboutInvoices && onlyNamesInvoice(said)) continue;
      const start = clause.start + clause.text.search(/\S/);
      const span = { start, end: clause.start + clause.text.trimEnd().length };
      yield (said.every((word) => isKnown(ground, word)) && !isDone(ground, clause)) || isOfTopic(ground, clause)
        ? matching('promise', span, 'A text of the firm speaks of it.')
        : unfounded('promise', span, 'No record says what was paid or is to be.');
    }
  },
};

/** Please do not send card numbers. */
const warning =
  /(?<!\p{L})(?:(?:please|do) (?:do )?(?:not|never)|don['’]t (?:send|give|share)|never (?:send|give|share)|(?:keep|hold on to) (?:the|your) (?:receipt|invoice)|(?:heben|bewahren|halten) Sie|bitte (?:\p{L}+ ){0,3}(?:kein\p{L}*|nie|nicht))(?!\p{L})/iu;

/** We have your money. */
const held =
  /(?<!\p{L})(?:we|i)(?:['’]ve)? (?:have|got|received|hold|took|booked) (?:\p{L}+ ){0,3}(?:money|payment|deposit)|(?:was|were|been|has been) (?:\p{L}+ )?(?:paid|refunded|credited|charged|debited)|(?:wurde|worden|ist) (?:\p{L}+ )?(?:bezahlt|erstattet|gutgeschrieben)|(?:wir|ich) (?:haben|habe) (?:\p{L}+ ){0,4}(?:geld|zahlung|betrag)(?: \p{L}+)? (?:erhalten|bekommen|verbucht)/iu;

function isHarmless(reading: Reading, clause: Clause): boolean {
  if (isSupposed(reading, clause) || unknowing.test(clause.text) || warning.test(clause.text)) return true;
  const asks = /(?<!\p{L})(?:colleague|accounts|team|buchhaltung|kolleg(?:e|in)|someone|wir|we|i|ich)(?!\p{L})/iu.test(
    clause.text,
  );
  const [first] = clause.text.matchAll(dealings);
  const behind = clause.text.slice((first?.index ?? 0) + (first?.[0].length ?? 0));
  if (asks && !held.test(clause.text) && !happens.test(behind)) return true;
  const matter = reading.language === 'de' ? germanMatter : englishMatter;
  if (matter.test(clause.text.slice(0, first?.index)) && !happens.test(behind)) return true;
  return isSum(reading, clause);
}

/** The sum of an order is no payment: amount: £399. */
function isSum(reading: Reading, { text, start, end }: Clause): boolean {
  const hasAmount = reading.rest.slice(start, end).includes(taken);
  return (
    hasAmount &&
    /(?<!\p{L})(?:betrag|rechnungsbetrag|gesamtbetrag|invoice (?:amount|total))(?!\p{L})/iu.test(text) &&
    !/(?<!\p{L})(?:zurück|wieder|erstattet|bezahlt|eingegangen|gutgeschrieben)/iu.test(text)
  );
}

const postage = /postage|porto|shipping costs?|versandkosten|delivery costs?/i;

/** Who pays the postage, where a text of the firm says so in other words. */
function isOfTopic({ trusted }: Ground, { text }: Clause): boolean {
  return (
    /(?:paid|pay|costs?|borne|trägt|tragen|zahl\p{L}*|kostet)(?!\p{L})/iu.test(trusted.records) &&
    postage.test(text) &&
    postage.test(trusted.records)
  );
}

function isKnown({ trusted }: Ground, word: string): boolean {
  const stem = word
    .toLowerCase()
    .replace(/^(?:your|the)\s/, '')
    .slice(0, 7);
  return trusted.records.includes(stem.length > 5 ? stem.slice(0, -1) : stem);
}
