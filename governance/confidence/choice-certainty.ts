import { isMap, isScalar, parseDocument } from 'yaml';
import type { AnswerToken } from '#contracts/ports/model.ts';

interface Said {
  /** The answer as JSON. */
  text: string;
  /** What it was said in, word by word; more may stand around it. */
  tokens: readonly AnswerToken[];
}

/**
 * How likely the model was to choose what it chose: for each of these fields the tokens of its value, multiplied, and of
 * the fields the least. Nothing where the tokens are not those of the text, or the fields are not in it.
 */
export function choiceCertainty({ text, tokens }: Said, fields: readonly string[]): number | undefined {
  const start = tokens
    .map(({ token }) => token)
    .join('')
    .indexOf(text);
  if (start < 0 || fields.length === 0) return undefined;
  const places = placesOf(text, fields);
  if (places.length < fields.length) return undefined;
  return Math.min(...places.map(([from, to]) => probabilityOf(tokens, [start + from, start + to])));
}

type Place = readonly [from: number, to: number];

/** JSON is YAML, whose parser says where each value stands. */
function placesOf(text: string, fields: readonly string[]): Place[] {
  const { contents } = parseDocument(text, { logLevel: 'silent' });
  if (!isMap(contents)) return [];
  return contents.items.flatMap(({ key, value }): Place[] => {
    if (!isScalar(key) || !isScalar(value) || !value.range) return [];
    return fields.includes(String(key.value)) ? [[value.range[0], value.range[1]]] : [];
  });
}

function probabilityOf(tokens: readonly AnswerToken[], [from, to]: Place): number {
  let place = 0;
  let sum = 0;
  for (const { token, logProbability } of tokens) {
    if (place < to && place + token.length > from) sum += logProbability;
    place += token.length;
  }
  return Math.min(1, Math.exp(sum));
}
