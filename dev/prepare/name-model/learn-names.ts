import type { EvaluationDocument } from '#governance/redaction/evaluation/parse-documents.ts';
import { tableOf } from '#governance/redaction/names/model/common-words.ts';
import { codes, featuresAt, surroundingsOf } from '#governance/redaction/names/model/features.ts';
import { type NameModel, stepsOfOne } from '#governance/redaction/names/model/name-model.ts';
import { mayBeName, tokensOf } from '#governance/redaction/names/model/token.ts';
import { type LabelledText, labelledText, withoutCapitals } from './labelled-text.ts';
import { createRandom, type Example, learnWeights } from './learn-weights.ts';

export interface LabelledSet {
  documents: readonly EvaluationDocument[];
  /** How much its documents count: less where they are many from few templates. */
  counts: number;
}

/** A share of the documents is learned from once more as if written without capitals. */
const shareWithoutCapitals = 0.5;
/** What is marked as something else may be taken too. */
const countsOfOther = 0.3;
const mostSteps = 127;

export function learnNames(sets: readonly LabelledSet[], lists: readonly (readonly string[])[]): NameModel {
  const commonWords = tableOf(lists);
  const random = createRandom();
  const examples = sets.flatMap(({ documents, counts }) =>
    documents.flatMap((document) => {
      const text = labelledText(document);
      const small = random() < shareWithoutCapitals ? withoutCapitals(text) : undefined;
      const texts = small ? [text, small] : [text];
      return texts.flatMap((one) => examplesOf(one, { counts, commonWords }));
    }),
  );
  const weights = learnWeights(examples, { codes, random });
  return { commonWords, weights: Int8Array.from(weights, inSteps) };
}

function inSteps(weight: number): number {
  return Math.max(-mostSteps, Math.min(mostSteps, Math.round(weight * stepsOfOne)));
}

function examplesOf(
  { text, words, labels }: LabelledText,
  { counts, commonWords }: { counts: number; commonWords: Uint32Array },
): Example[] {
  const tokens = tokensOf(words, commonWords);
  const around = surroundingsOf(text, tokens);
  return tokens.flatMap((token, index) => {
    const label = labels[index];
    if (label === 'made' || !mayBeName(text, token)) return [];
    const counted = label === 'other' ? counts * countsOfOther : counts;
    return [{ features: featuresAt(around, index), isName: label === 'name', counts: counted }];
  });
}
