import { type Finder, unfounded } from '../finding.ts';
import { type Clause, read } from '../reading.ts';
import { numberOf } from './number-words.ts';
import { isSupposed } from './supposed.ts';

const no = /(?:\b(?:not|never|no|cannot|without|nor|neither|kein\p{L}*|nicht|nie|niemals|ohne|weder)\b|n['’]t\b)/iu;
const ability = /\b(?:find|see|say|mention|know|sure|afraid|need to decide|weiß|sehe|finde)\b/iu;
const shortest = 4;
const stemLength = 5;

/** What a text of the firm says, turned round: with a no where it has none, or used for unused. */
export const passages: Finder = {
  isAboutWholeClauses: true,
  *find(reading, { trusted }) {
    if (trusted.records === '') return;
    const known = read(trusted.records).clauses;
    for (const clause of reading.clauses) {
      if (ability.test(clause.text)) continue;
      const start = clause.start + clause.text.search(/\S/);
      const isOther =
        !isSupposed(reading, clause) && (isTurned(clause, known) || isOfOtherThing(clause.text, trusted.records));
      const sentence = reading.sentenceAt(clause.start).text;
      const isAsked = sentence.trimEnd().endsWith('?');
      if (isOther || (!isAsked && !no.test(sentence) && contraryIn(clause.text, trusted.records)))
        yield unfounded(
          'status',
          { start, end: clause.start + clause.text.trimEnd().length },
          'A text of the firm says the contrary.',
        );
    }
  },
};

/** No charge is the same as free. */
const forNothing =
  /(?<!\p{L})(?:no|without|not? any|keine?n?|ohne) (?:\p{L}+ )?(?:charge|costs?|fee|postage|versand|kosten|gebühr|porto|versandkosten)(?!\p{L})/iu;
const free = /(?<!\p{L})(?:free|frei|kostenlos|kostenfrei)(?!\p{L})/iu;

/** Whether the passage that it comes from has a no, and it has none, or the other way round. */
function isTurned(clause: Clause, known: readonly Clause[]): boolean {
  const said = stemsIn(clause.text);
  if (said.size === 0) return false;
  const alike = known
    .map((passage) => ({ passage, share: shareOf(said, stemsIn(passage.text)) }))
    .toSorted((left, right) => right.share - left.share);
  const [best] = alike;
  if (best && forNothing.test(clause.text) && free.test(best.passage.text)) return false;
  return best !== undefined && best.share >= 0.5 && no.test(best.passage.text) !== no.test(clause.text);
}

/** How much of the passage is said, or of what is said stands in the passage. */
function shareOf(said: ReadonlySet<string>, known: ReadonlySet<string>): number {
  const shared = said.intersection(known).size;
  return Math.max(shared / Math.max(known.size, 1), shared >= 3 ? shared / said.size : 0);
}

const lasting =
  /(\d+|\p{L}+)[\s-](?:working |business )?(?:days?|years?|weeks?|months?|jahre?n?|tagen?|werktagen?|wochen?|monaten?)(?!\p{L})/giu;

/** Five years on lamps, where they are for frames: a length of time stands by another thing. */
function isOfOtherThing(text: string, records: string): boolean {
  const known = records.split(/[.;,]\s|\n/);
  const said = stemsIn(text);
  if (said.intersection(stemsIn(records)).size === 0) return false;
  return lengthsIn(text).some((length) => {
    const those = known.filter((passage) => lengthsIn(passage).includes(length));
    return those.length > 0 && those.every((passage) => said.intersection(stemsIn(passage)).size === 0);
  });
}

function lengthsIn(text: string): number[] {
  return [...text.matchAll(lasting)].flatMap(([, count = '']) =>
    /^\d/.test(count) ? Number(count) : (numberOf(count) ?? []),
  );
}

function stemsIn(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return new Set(
    words
      .filter((word) => word.length >= shortest && !small.test(word) && numberOf(word) === undefined)
      .map((word) => word.slice(0, stemLength)),
  );
}

const small =
  /^(?:days?|years?|weeks?|months?|jahre?n?|tagen?|wochen?|werktagen?|working|that|this|with|from|your|have|been|will|must|please|does|than|then|they|them|there|also|more|most|only|never|eine[rnms]?|nicht|wird|werden|sind|kann|können|bitte|auch|oder|über|nach|keine[rnms]?|haben|ihre[rnms]?)$/;

/** Used, where the passage has unused alone. */
function contraryIn(text: string, records: string): boolean {
  const words = text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return words.some(
    (word) => records.includes(`un${word}`) && !new RegExp(`(?<!un)${word}`, 'u').test(records) && !no.test(text),
  );
}
