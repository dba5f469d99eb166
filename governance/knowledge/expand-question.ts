import type { DocumentLanguage } from '#contracts/knowledge.ts';
import type { AskedWord } from '#contracts/ports/knowledge.ts';

interface Wording {
  /** Each a list of words that customers use for each other. */
  same: readonly (readonly string[])[];
  /** What is in many questions and says nothing of what is asked. */
  empty: readonly string[];
}

/** How customers speak, by language. */
export type Synonyms = Readonly<Record<'en' | 'de', Wording>>;

/** The words of a question, and those that mean the same, which count less. */
export function expandQuestion(
  question: string,
  { synonyms, ofSynonyms }: { synonyms: Synonyms; ofSynonyms: number },
): Record<DocumentLanguage, AskedWord[]> {
  const own = [...new Set(wordsIn(question))];
  const expanded = ({ same, empty }: Wording): AskedWord[] => {
    const lists = same.filter((list) => list.some((wording) => isSaid(wordsIn(wording), wordsIn(question))));
    const meaningOf = (word: string) => meaningIn(lists, word) ?? word;
    const said = own.filter((word) => !empty.includes(word));
    const besides = [...new Set(lists.flat().flatMap(wordsIn))].filter(
      (word) => !said.includes(word) && !empty.includes(word),
    );
    return [
      ...said.map((word) => ({ word, meaning: meaningOf(word), weight: 1 })),
      ...besides.map((word) => ({ word, meaning: meaningOf(word), weight: ofSynonyms })),
    ];
  };
  const other = own.map((word) => ({ word, meaning: word, weight: 1 }));
  return { en: expanded(synonyms.en), de: expanded(synonyms.de), other };
}

/** The first wording of the list that the word belongs to. */
function meaningIn(lists: Wording['same'], word: string): string | undefined {
  return lists.find((list) => list.some((wording) => wordsIn(wording).some((one) => word.startsWith(one))))?.[0];
}

const mostBetween = 2;

/** `send back` is said by `sending them back`: each word begins one, in order, with little between them. */
function isSaid(wording: readonly string[], said: readonly string[]): boolean {
  const [first = '', ...rest] = wording;
  return said.some((word, at) => {
    if (!word.startsWith(first)) return false;
    let from = at + 1;
    return rest.every((next) => {
      const found = said.findIndex(
        (one, index) => index >= from && index <= from + mostBetween && one.startsWith(next),
      );
      from = found + 1;
      return found >= 0;
    });
  });
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
