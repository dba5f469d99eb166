import type { Tongue } from './language.ts';

interface Manner {
  /** Between the clauses of a sentence. */
  and: string;
  /** Before a sentence that follows another. */
  also: string;
  words: readonly (readonly [RegExp, string])[];
}

/** How a note becomes part of a letter: clause by clause, with the plain words of a note in those of a letter. */
const manners: Readonly<Record<Tongue, Manner>> = {
  en: {
    and: 'and',
    also: 'Also:',
    words: [
      [/\bso (?=not\b)/g, 'which means '],
      [/\bso (?=goes\b)/g, 'and so it '],
      [/\bno (?=\p{Ll})/gu, 'without '],
      [/\btakes\b/g, 'needs'],
      [/\bneeds?\b(?= to)/g, 'has'],
      [/\bmust be\b/g, 'have to be'],
      [/\bnot in the box\b/g, 'is not included'],
      [/\b(?:comes?|come) with it\b/g, 'are included'],
      [/\bat most\b/g, 'at the most'],
      [/\bwe (?:use|take)\b/gi, 'in our workshop we use'],
      [/\bbecause\b/g, 'since'],
    ],
  },
  de: {
    and: 'und',
    also: 'Außerdem gilt:',
    words: [
      [/\bgibt es\b/g, 'gibt es bei uns'],
      [/\breicht\b/g, 'genügt'],
      [/\bwir nehmen\b/gi, 'in unserer Werkstatt nehmen wir'],
      [/\bdanach\b/g, 'anschließend'],
      [/\bweil\b/g, 'da'],
      [/\bauch\b/g, 'ebenfalls'],
      [/\bpro\b/g, 'je'],
      [/\bbei viel\b/g, 'bei häufigem'],
    ],
  },
  fr: {
    and: 'et',
    also: 'De plus :',
    words: [
      [/\bparce que\b/g, 'car'],
      [/\bseulement\b/g, 'uniquement'],
    ],
  },
  nl: {
    and: 'en',
    also: 'Verder geldt:',
    words: [
      [/\balleen\b/g, 'enkel'],
      [/\bomdat\b/g, 'want'],
    ],
  },
};

/** A note in other words: what it says stays, in its order, and none of it is repeated at length. */
export function reworded(note: string, tongue: Tongue, { isFirst }: { isFirst: boolean }): string {
  const { and, also, words } = manners[tongue];
  const clauses = note.split(/[,;]\s+/).filter((clause) => clause.trim() !== '');
  const told = clauses.map((clause) => words.reduce((text, [plain, fuller]) => text.replace(plain, fuller), clause));
  const sentence = told.join(`, ${and} `).replaceAll(`, ${and} ${and} `, `, ${and} `);
  return isFirst ? sentence : `${also} ${sentence}`;
}
