// Says how well the sorter would do on letters that it has not seen: node dev/rehearsal-model/sorting/cross-validate.ts
import { categoryOf, type Example } from './example.ts';
import { developmentCases, letters, phrases } from './read-examples.ts';
import { confidenceBy } from './sort-letter.ts';
import { trainSorter } from './train-sorter.ts';

const folds = 10;

interface Sorted {
  isRight: boolean;
  confidence: number;
}

/** Each part is sorted by what was learnt from all the others; neighbours are alike and stay in one part. */
function sortedUnseen(all: readonly Example[], always: readonly Example[]): Sorted[] {
  const partOf = (index: number) => Math.floor((index * folds) / all.length);
  return Array.from({ length: folds }, (_, part) => part).flatMap((part) => {
    const sorter = trainSorter([...always, ...all.filter((_, index) => partOf(index) !== part)]);
    return all.flatMap((example, index) => (partOf(index) === part ? [sortedBy(sorter, example)] : []));
  });
}

function sortedBy(sorter: ReturnType<typeof trainSorter>, { topic, text }: Example): Sorted {
  const [first, second] = sorter.scoresOf(text);
  const isRight = first !== undefined && categoryOf(first.topic) === categoryOf(topic);
  return { isRight, confidence: confidenceBy(first, second) };
}

/** Spreads what stands together, the same way each time. */
function shuffled(examples: readonly Example[]): Example[] {
  const step = 7919;
  return examples.map((_, index) => examples[(index * step) % examples.length] as Example);
}

function say(what: string, results: readonly Sorted[]): void {
  const right = results.filter(({ isRight }) => isRight).length;
  console.log(`${what}: ${right} of ${results.length} right, ${(right / results.length).toFixed(3)}`);
  for (const from of [0, 0.5, 0.6, 0.7, 0.8, 0.9]) {
    const to = from === 0 ? 0.5 : from + 0.1;
    const within = results.filter(({ confidence }) => confidence >= from && confidence < to);
    const share = within.filter(({ isRight }) => isRight).length / within.length;
    console.log(
      `  said to be ${from.toFixed(1)} to ${to.toFixed(1)} sure: ${within.length}, right ${share.toFixed(2)}`,
    );
  }
}

const cases = developmentCases();
const own = letters();
say(
  'cases of evaluation, by phrases, letters and the other cases',
  sortedUnseen(shuffled(cases), [...phrases(), ...own]),
);
say('letters, by phrases, cases and the other letters', sortedUnseen(shuffled(own), [...phrases(), ...cases]));
