import { placeNames } from '../ordinary-words.ts';
import type { Word } from '../words.ts';
import { featuresAt, type Surroundings, surroundingsOf } from './features.ts';
import { type NameModel, stepsOfOne } from './name-model.ts';
import { mayBeName, type Token, tokensOf } from './token.ts';
import { wholeNames } from './whole-names.ts';

/** From here on a word is taken for a name. A name that is left counted twice when weights were learned. */
const enough = 0;
/** Of a word that is a place too. */
const enoughForPlace = 1.5;
/** So sure, that the same word elsewhere in the text is likely one too, and the word beside it. */
const sure = 1;
const likely = 0.5;
const forTheSame = 2.5;
const forBeside = 1;

interface Range {
  start: number;
  end: number;
}

export interface Told {
  text: string;
  words: readonly Word[];
  /** What rules found. */
  found: readonly Range[];
}

/** Names by what words look like and stand beside, as a model has learned it. */
export function likelyNames({ text, words, found }: Told, model: NameModel): Range[] {
  const tokens = tokensOf(words, model.commonWords);
  const around = surroundingsOf(text, tokens);
  const isFound = coverage(tokens, found);
  const weights = tokens.map((token, index) =>
    mayBeName(text, token) ? weigh(around, index, model) : Number.NEGATIVE_INFINITY,
  );
  const raised = raise(around, weights, isFound);
  return Array.from(
    wholeNames({ text, tokens, isName: raised.map((weight, index) => weight > enoughFor(tokens[index])) }),
  );
}

function enoughFor(token: Token | undefined): number {
  return token && placeNames.has(token.folded) ? enoughForPlace : enough;
}

function weigh(around: Surroundings, index: number, { weights }: NameModel): number {
  let sum = 0;
  for (const feature of featuresAt(around, index)) sum += weights[feature] ?? 0;
  return sum / stepsOfOne;
}

function coverage(tokens: readonly Token[], found: readonly Range[]): boolean[] {
  const ranges = found.toSorted((one, other) => one.start - other.start);
  let next = 0;
  let reached = 0;
  return tokens.map(({ start }) => {
    for (let range = ranges[next]; range && range.start <= start; range = ranges[next]) {
      reached = Math.max(reached, range.end);
      next += 1;
    }
    return start < reached;
  });
}

/** A word beside a name is likelier one, and one that is a name elsewhere. */
function raise({ text, tokens }: Surroundings, weights: readonly number[], isFound: readonly boolean[]): number[] {
  const named = new Set(
    tokens
      .filter(({ folded }, index) => folded.length > 2 && (isFound[index] || (weights[index] ?? 0) > sure))
      .map(({ code }) => code),
  );
  const isBeside = (one: number, other: number): boolean => {
    const [first, second] = [tokens[one], tokens[other]];
    return first !== undefined && second !== undefined && /^(?: |, |\. ?|-)$/.test(text.slice(first.end, second.start));
  };
  const isLikely = (index: number) => (weights[index] ?? Number.NEGATIVE_INFINITY) > likely;
  return weights.map((weight, index) => {
    const isSame = named.has(tokens[index]?.code ?? 0);
    const hasName =
      (isLikely(index - 1) && isBeside(index - 1, index)) || (isLikely(index + 1) && isBeside(index, index + 1));
    return weight + (isSame ? forTheSame : 0) + (hasName ? forBeside : 0);
  });
}
