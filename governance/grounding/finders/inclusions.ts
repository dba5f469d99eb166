import { articlesIn } from '../articles.ts';
import { type Finder, unfounded } from '../finding.ts';
import { isSupposed } from './supposed.ts';

/** Words that have something be part of an order or of its parcel. */
const inclusion =
  /(?<!\p{L})(?:(?:is|are|was|were|come|comes|came|have|has|we['’]ve) (?:\p{L}+ ){0,2}(?:included|enclosed|in the (?:same |second |other )?(?:box|parcel|package)|part of (?:it|the order|the set)|thrown in)|included (?:with|in) (?:it|the|your)|(?:liegt|liegen|gehört|gehören|ist|sind|kommt|kommen) (?:\p{L}+ ){0,3}(?:bei|dazu|dabei|beigelegt|beigefügt|hinzu|inbegriffen|inklusive|enthalten)(?=[\s.,!;]*$))(?!\p{L})/iu;
const denied = /(?<!\p{L})(?:not|no|nothing|whether|nicht|kein\p{L}*|nichts|ob)(?!\p{L})|n['’]t(?!\p{L})/iu;

/** What is said to come with an order and is none of its articles. */
export const inclusions: Finder = {
  isAboutWholeClauses: true,
  *find(reading, ground) {
    for (const clause of reading.clauses) {
      const match = inclusion.exec(clause.text);
      if (!match || denied.test(clause.text) || isSupposed(reading, clause)) continue;
      const sentence = reading.sentenceAt(clause.start);
      const isOfOrder = ground.order && articlesIn(sentence.text, ground.order).length > 0;
      if (isOfOrder || general.test(clause.text) || ground.trusted.records.includes(match[0].toLowerCase())) continue;
      const start = clause.start + clause.text.search(/\S/);
      const span = { start, end: clause.start + clause.text.trimEnd().length };
      yield unfounded('name', span, 'No record says that it comes with the order.');
    }
  },
};

/** All of it, or what the customer has sent. */
const general =
  /(?<!\p{L})(?:it|they|everything|all|both|lines?|articles?|items?|pieces?|details|photos?|question|message|alles|beide[sn]?|positionen|artikel|stück|sie|folgende[sr]?|laut)(?!\p{L})/iu;
