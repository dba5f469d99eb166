import { type Finder, unfounded } from '../finding.ts';
import { type Clause, read } from '../reading.ts';
import { isSupposed } from './supposed.ts';

const no =
  /(?:\b(?:not|never|no|cannot|without|nor|neither|kein\p{L}*|nicht|nie|niemals|ohne|weder|nur|only)\b|n['’]t\b)/iu;
const ability = /\b(?:find|see|know|sure|afraid|need to decide|weiß|sehe|finde)\b/iu;
const shortest = 4;
const stemLength = 5;

/** What a text of the firm says, turned round: with a no where it has none, or used for unused. */
export const passages: Finder = {
  isAboutWholeClauses: true,
  *find(reading, { trusted }) {
    if (trusted.records === '') return;
    const known = read(trusted.records).clauses;
    for (const clause of reading.clauses) {
      if (isSupposed(reading, clause) || ability.test(clause.text)) continue;
      const start = clause.start + clause.text.search(/\S/);
      if (isTurned(clause, known) || contraryIn(clause.text, trusted.records))
        yield unfounded(
          'status',
          { start, end: clause.start + clause.text.trimEnd().length },
          'A text of the firm says the contrary.',
        );
    }
  },
};

/** Whether the passage that it comes from has a no, and it has none, or the other way round. */
function isTurned(clause: Clause, known: readonly Clause[]): boolean {
  const said = stemsIn(clause.text);
  if (said.size === 0) return false;
  const alike = known
    .map((passage) => ({ passage, share: shareOf(said, stemsIn(passage.text)) }))
    .toSorted((left, right) => right.share - left.share);
  const [best] = alike;
  return best !== undefined && best.share >= 0.5 && no.test(best.passage.text) !== no.test(clause.text);
}

function shareOf(said: ReadonlySet<string>, known: ReadonlySet<string>): number {
  return known.size === 0 ? 0 : said.intersection(known).size / known.size;
}

function stemsIn(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return new Set(
    words.filter((word) => word.length >= shortest && !small.test(word)).map((word) => word.slice(0, stemLength)),
  );
}

const small =
  /^(?:that|this|with|from|your|have|been|will|must|please|does|than|then|they|them|there|also|more|most|only|never|eine[rnms]?|nicht|wird|werden|sind|kann|können|bitte|auch|oder|über|nach|keine[rnms]?|haben|ihre[rnms]?)$/;

/** Used, where the passage has unused alone. */
function contraryIn(text: string, records: string): boolean {
  const words = text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return words.some(
    (word) => records.includes(`un${word}`) && !new RegExp(`(?<!un)${word}`, 'u').test(records) && !no.test(text),
  );
}
