import { type Finder, unfounded } from '../finding.ts';
import type { Ground } from '../ground.ts';
import type { Clause, Reading } from '../reading.ts';
import type { Span } from '../span.ts';
import { thingsIn } from '../things.ts';
import { englishSubjects, germanSubjects, noSubjects } from '../words/known-subjects.ts';
import { basesOf } from '../words/verb-forms.ts';
import { isSupposed } from './supposed.ts';

/** Somebody or something of which neither the record nor any letter has to tell: a printer, an apprentice, timber. */
export const strangers: Finder = {
  isAboutWholeClauses: true,
  *find(reading, ground) {
    for (const clause of reading.clauses) {
      if (isSupposed(reading, clause) || courteous.test(reading.sentenceAt(clause.start).text)) continue;
      const stranger = subjectsIn(reading, clause).find(({ text }) => !isKnown(reading, ground, text));
      if (stranger)
        yield unfounded(
          'status',
          { start: stranger.start, end: clause.start + clause.text.trimEnd().length },
          'No record tells of it.',
        );
    }
  },
};

/** What somebody is sorry or glad for is what the customer told. */
const courteous =
  /(?<!\p{L})(?:sorry|apolog\p{L}*|regret|thank\p{L}*|wish|enjoy|hope|glad|pleased|sounds?|leid|entschuldig\p{L}*|bedau\p{L}*|dank\p{L}*|wünsch\p{L}*|hoff\p{L}*|freu\p{L}*|klingt|you (?:describe|mention|write)|sie (?:schreiben|schildern))(?!\p{L})/iu;

interface Subject extends Span {
  text: string;
}

const irregular =
  'came|went|broke|took|got|lost|let|gave|fell|made|sent|left|ran|put|stood|stuck|froze|forgot|misread|tore|burst|caught|cut|hit|held|kept|led|paid|said|sold|split|spilt|stole|struck|threw|woke|wrote|began|blew|bought|built|burnt|chose|cost|dealt|drew|drove|felt|found|flew|grew|hid|hurt|knew|laid|lay|lent|meant|met|rang|rose|saw|set|shook|shrank|shut|sank|slept|slid|spoke|spent|swept|taught|thought|won|wore';
const englishVerb = `(?:is|was|were|are|has|have|had|will|would|can|could|may|might|must|does|did|do|shall|should)(?:n't)?|${irregular}|\\p{Ll}{2,}ed|comes|goes|takes|needs|gets|makes|gives`;
const english = new RegExp(
  `(?<!\\p{L})(?:the|an?|our|my|its|their|this|these|those|some|no|every|each|another|both|all)\\s(?:[\\p{L}'-]+\\s){0,3}?([\\p{L}'-]+)\\s(?:(?:\\p{Ll}+ly|also|now|then|still|already|again|never|just|only)\\s)*(?:${englishVerb})(?!\\p{L})`,
  'giu',
);

/** It was a mix-up: what it is called. */
const calledEnglish =
  /(?<!\p{L})(?:it|that) was (?:an?|the|our|your|my) (?:[\p{L}-]+ ){0,2}?([\p{L}-]+)(?=\s(?:at|of|in|from|with|for|on|by|that|who|which|here|there)(?!\p{L})|[.,;!:)]|$)/giu;

const article = '(?:[Dd]er|[Dd]ie|[Dd]as|[Ee]ine?|[Uu]nsere?|[Mm]eine?|[Aa]lle|[Jj]ede[rs]?)';
const germanVerb =
  '(?:ist|sind|war|waren|wurden?|wird|werden|hat|haben|hatten?|kann|können|konnten?|muss|müssen|mussten?|soll|sollen|kommt|kam|kamen|ging|stand|lag|fehlte|fiel|brach|riss|passten?|klemmte|\\p{Ll}{3,}ten?)';
const german = new RegExp(
  `(?<!\\p{L})${article}\\s(?:\\p{Ll}+\\s){0,2}(\\p{Lu}[\\p{L}-]+)(?=\\s${germanVerb}(?!\\p{L}))|(?<=(?<!\\p{L})(?:ist|sind|war|waren|hat|haben|kam|ging|fehlte|fiel|brach|riss|klemmte)\\s)${article}\\s(?:\\p{Ll}+\\s){0,2}(\\p{Lu}[\\p{L}-]+)`,
  'gu',
);

function subjectsIn({ language }: Reading, { text, start }: Clause): Subject[] {
  const plain = text.replace(/\u2019/g, "'");
  const patterns = language === 'de' ? [german] : [english, calledEnglish];
  return patterns
    .flatMap((pattern) => [...plain.matchAll(pattern)])
    .map((match) => ({
      text: match[1] ?? match[2] ?? '',
      start: start + match.index,
      end: start + match.index + match[0].length,
    }));
}

const shortest = 5;

/** Spoken of in every letter, in the record, in a text of the firm or by the customer. */
function isKnown({ language }: Reading, { wholeNames, askedText, trusted }: Ground, subject: string): boolean {
  const word = subject.toLowerCase().replace(/'s?$/, '');
  if (noSubjects.has(word) || word.length < 3 || thingsIn(word).length > 0) return true;
  if (language === 'de' && germanSubjects.test(word)) return true;
  if (/(?:ly|ing)$/.test(word) || basesOf(word).some((base) => englishSubjects.has(base))) return true;
  const stem = word.slice(0, Math.max(shortest, word.length - 2));
  return [...wholeNames, askedText, trusted.text].some((text) => text.toLowerCase().includes(stem));
}
