import type { Example, Topic } from './example.ts';
import { type Words, wordsOf } from './words-of.ts';

const smoothing = 0.3;

/** What speaks for each topic in a text, and which words say so. */
export interface Sorter {
  scoresOf(text: string): readonly Score[];
}

export interface Score {
  topic: Topic;
  score: number;
  /** By how much each word speaks for it. */
  words: ReadonlyMap<string, number>;
}

/**
 * Complement naive Bayes (Rennie and others, 2003) on weighed word counts: each topic is told by how rare a word is in
 * all others, which bears few and uneven examples better than plain naive Bayes.
 */
export function trainSorter(examples: readonly Example[]): Sorter {
  const counted = examples.map((example) => ({ ...example, words: wordsOf(example.text) }));
  const rarity = rarityIn(counted.map(({ words }) => words));
  const known = countBy(counted, rarity);
  const topics = [...known.byTopic.keys()];
  return {
    scoresOf: (text) => {
      const vector = unitVector(wordsOf(text), rarity);
      const scores = topics.map((topic) => scoreBy(vector, { topic, known }));
      return scores.toSorted((one, other) => other.score - one.score);
    },
  };
}

type Vector = readonly { stem: string; seen: string; value: number }[];
type Weights = ReadonlyMap<string, number>;

/** How much of each word there is in all examples, and in those of each topic. */
interface Known {
  all: Counts;
  byTopic: ReadonlyMap<Topic, Counts>;
}

interface Counts {
  words: Map<string, number>;
  total: number;
}

/** How much a word tells, by how few examples hold it. */
function rarityIn(texts: readonly Words[]): Weights {
  const holding = new Map<string, number>();
  for (const words of texts) for (const stem of words.keys()) holding.set(stem, (holding.get(stem) ?? 0) + 1);
  return new Map([...holding].map(([stem, count]) => [stem, Math.log((texts.length + 1) / (count + 1)) + 1]));
}

/** Of length one, so that a long letter weighs no more than a short one. Words that no example has say nothing. */
function unitVector(words: Words, rarity: Weights): Vector {
  const values = [...words].flatMap(([stem, { count, seen }]) => {
    const rare = rarity.get(stem);
    return rare === undefined ? [] : [{ stem, seen, value: (1 + Math.log(count)) * rare }];
  });
  const length = Math.hypot(...values.map(({ value }) => value)) || 1;
  return values.map((each) => ({ ...each, value: each.value / length }));
}

function countBy(examples: readonly (Example & { words: Words })[], rarity: Weights): Known {
  const all: Counts = { words: new Map(), total: 0 };
  const byTopic = new Map<Topic, Counts>();
  for (const { topic, weight, words } of examples) {
    const own = byTopic.get(topic) ?? { words: new Map<string, number>(), total: 0 };
    byTopic.set(topic, own);
    for (const { stem, value } of unitVector(words, rarity))
      for (const counts of [all, own]) add(counts, { stem, amount: weight * value });
  }
  return { all, byTopic };
}

function add(counts: Counts, { stem, amount }: { stem: string; amount: number }): void {
  counts.words.set(stem, (counts.words.get(stem) ?? 0) + amount);
  counts.total += amount;
}

function scoreBy(vector: Vector, { topic, known }: { topic: Topic; known: Known }): Score {
  const { all } = known;
  const own = known.byTopic.get(topic) ?? { words: new Map<string, number>(), total: 0 };
  const others = all.total - own.total + smoothing * all.words.size;
  const inOthers = (stem: string) => (all.words.get(stem) ?? 0) - (own.words.get(stem) ?? 0) + smoothing;
  const words = vector.map(({ stem, seen, value }) => [seen, -value * Math.log(inOthers(stem) / others)] as const);
  return { topic, score: words.reduce((sum, [, value]) => sum + value, 0), words: new Map(words) };
}
