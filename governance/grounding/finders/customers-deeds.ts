import { type Finder, unfounded } from '../finding.ts';
import type { Clause } from '../reading.ts';

/** What a customer is said to have done or agreed, in words that their mail does not have. */
export const customersDeeds: Finder = {
  isAboutWholeClauses: true,
  *find(reading, { askedText, trusted }) {
    const known = `${askedText}\n${trusted.records}`.toLowerCase();
    for (const clause of reading.clauses) {
      const said = deedIn(clause, reading.language);
      if (!said || asking.test(clause.text) || known.includes(said.toLowerCase().slice(0, stem))) continue;
      const start = clause.start + clause.text.search(/\S/);
      yield unfounded(
        'status',
        { start, end: clause.start + clause.text.trimEnd().length },
        'Neither the mail nor a record says that the customer did.',
      );
    }
  },
};

const stem = 4;
const asking =
  /(?<!\p{L})(?:if|whether|unless|did you|have you|should you|in case|not sure|wenn|falls|ob|sollten)(?!\p{L})|\?\s*$/iu;

const english = [
  /(?<!\p{L})you(?:['’]d| had|['’]ve| have)?(?: yourself| already| also| then)* (rang|phoned|called|changed(?! your mind)|cancelled|canceled|agreed|refused|declined|signed|insisted|accepted|rejected|chose|postponed)(?!\p{L})/iu,
  /(?<!\p{L})you(?:['’]d| had|['’]ve| have)?(?: yourself| already| also| then)* (asked|told|instructed|requested) us (?:\p{L}+ ){0,3}to (?!(?:look|check|tell|find|explain|confirm|answer|help|reply)(?!\p{L}))/iu,
  /(?<!\p{L})it was (?:you|your (?:wife|husband|partner|son|daughter|neighbou?r|bank)) (who|that)(?!\p{L})/iu,
];
const german = [
  /(?<!\p{L})Sie (?:hatten|haben|hätten) (?:\p{L}+ ){0,7}(abgemacht|vereinbart|zugestimmt|angerufen|abgelehnt|geändert|unterschrieben|verweigert|verschoben|akzeptiert|bestanden|widerrufen)(?!\p{L})/u,
  /(?<!\p{L})Sie (?:hatten|haben) uns (?:\p{L}+ ){0,3}(gebeten|aufgefordert|beauftragt)(?!\p{L})/u,
];

function deedIn({ text }: Clause, language: 'en' | 'de'): string | undefined {
  for (const pattern of language === 'de' ? german : english) {
    const match = pattern.exec(text);
    if (match) return match[1];
  }
  return undefined;
}
