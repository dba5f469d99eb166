import type { Letter } from '../letter.ts';
import { readExamples } from './read-examples.ts';
import { textToSort } from './text-to-sort.ts';
import { type Score, type Sorter, trainSorter } from './train-sorter.ts';

let trained: Sorter | undefined;

/** Learnt at the first letter: many a program that starts the model sends it none. */
function sorter(): Sorter {
  trained ??= trainSorter(readExamples());
  return trained;
}

export interface Sorted {
  first: Score;
  second: Score;
  /** How often, of a hundred letters that are as clear as this one, the first category is the right one. */
  confidence: number;
  /** What speaks most for the first category and against the second. */
  words: readonly string[];
}

/** What a letter is about; nothing where no word of it is known. */
export function sortLetter(letter: Letter): Sorted | undefined {
  const [first, second] = sorter().scoresOf(textToSort(letter));
  if (!first || !second || first.words.size === 0) return undefined;
  return { first, second, confidence: confidenceBy(first, second), words: tellingWords(first, second) };
}

/** As `cross-validate.ts` finds it: the share of right answers grows with the lead. */
const calibration = { slope: 2.5, middle: 0.1 };

export function confidenceBy(first: Score | undefined, second: Score | undefined): number {
  const lead = (first?.score ?? 0) - (second?.score ?? 0);
  const sure = 1 / (1 + Math.exp(-(calibration.slope * lead + calibration.middle)));
  return Math.round(Math.min(0.97, sure) * 100) / 100;
}

function tellingWords(first: Score, second: Score): string[] {
  const leads = [...first.words].map(([word, weight]) => ({ word, lead: weight - (second.words.get(word) ?? 0) }));
  const telling = leads.filter(({ lead }) => lead > 0).toSorted((one, other) => other.lead - one.lead);
  return telling.slice(0, 4).map(({ word }) => word);
}
