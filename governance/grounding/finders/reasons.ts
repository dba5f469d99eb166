import { type Finder, matching, unfounded } from '../finding.ts';
import type { Clause, Reading } from '../reading.ts';
import { causes } from '../words/causes.ts';
import { reasons as reasonWords } from '../words/reasons.ts';
import { saidIn } from './statuses.ts';
import { isSupposed } from './supposed.ts';

/** Why it is as it is: of an order nobody has written that down, but colleagues may have said it. */
export const reasons: Finder = {
  isAboutWholeClauses: true,
  *find(reading, { trusted, askedText }) {
    for (const clause of reading.clauses) {
      const match = reasonWords.exec(clause.text) ?? otherReasonIn(clause) ?? causeIn(reading, clause, askedText);
      if (!match || isSupposed(reading, clause)) continue;
      const start = clause.start + match.index;
      const span = { start, end: clause.start + clause.text.trimEnd().length };
      yield trusted.records.includes(clause.text.slice(match.index).trim().toLowerCase().slice(0, 30))
        ? matching('status', span, 'A text of the firm says so.')
        : unfounded('status', span, 'No record has a reason.');
    }
  },
};

/** Because of anything but what the record or the letter itself says. */
const because =
  /(?<!\p{L})(?:because|owing to|on account of|weil|aufgrund|infolge)(?!\p{L})(?!.*(?<!\p{L})(?:not|no|nothing|cannot|only|record|records|see|know|already|want\p{L}*|wish\p{L}*|you|your|i|nicht|kein\p{L}*|nur|unterlagen|sehe|weiß|schon|bereits|wir|ich|sie|ihre[rnms]?)(?!\p{L}))(?!.*n['’]t)/iu;

function otherReasonIn(clause: Clause): RegExpExecArray | null {
  const match = because.exec(clause.text);
  return match && !saidIn({ ...clause, text: clause.text.slice(match.index) }) ? match : null;
}

/** What somebody is sorry or thankful for is what the customer told, or a holiday wished for. */
const courteous =
  /(?<!\p{L})(?:sounds?|seems?|klingt|scheint|sorry|apolog\p{L}*|regret|thank\p{L}*|pass(?:ed|ing)?|wish|enjoy|leid|entschuldig\p{L}*|bedau\p{L}*|dank\p{L}*|schöne|frohe|wünsch\p{L}*)(?!\p{L})/iu;

const denied =
  /(?<!\p{L})(?:not|no|nothing|never|cannot|whether|unknown|ask\p{L}*|question\p{L}*|look\p{L}*|find out|blame\p{L}*|nicht|nichts|kein\p{L}*|ob|frage\p{L}*|prüf\p{L}*|klär\p{L}*)(?!\p{L})|n['’]t(?!\p{L})/iu;

/** A cause told as such, and not one that the customer spoke of. */
function causeIn(reading: Reading, { text, start }: Clause, askedText: string): RegExpExecArray | null {
  const match = causes.exec(text);
  const isAsked = match !== null && askedText.toLowerCase().includes(match[0].toLowerCase());
  if (courteous.test(reading.sentenceAt(start).text)) return null;
  return isAsked || denied.test(text) ? null : match;
}
