import { createDetect } from '#governance/redaction/detect.ts';
import { overlaps } from '#governance/redaction/evaluation/compare-spans.ts';
import type { EvaluationDocument } from '#governance/redaction/evaluation/parse-documents.ts';
import { createLooked } from '#governance/redaction/looked.ts';
import { type Word, wordsOf } from '#governance/redaction/names/words.ts';
import type { Recogniser } from '#governance/redaction/recognisers/recogniser.ts';
import { nothingSpared } from '#governance/redaction/recognisers/spared.ts';
import { usualBudget } from '#governance/redaction/time-budget.ts';

/** A word's mark: a name, something else that must not leave, nothing; or none, where the view made it itself. */
export type Label = 'name' | 'other' | 'nothing' | 'made';

export interface LabelledText {
  /** As recognisers see it. */
  text: string;
  words: readonly Word[];
  labels: readonly Label[];
}

/** A document in the view that recognisers have of it, with what people marked in it. */
export function labelledText({ text, marked }: EvaluationDocument): LabelledText {
  const seen = { text: '', words: [] as Word[] };
  const everyWord: Recogniser = {
    name: 'every word',
    weight: 1,
    staysOnLine: true,
    *find(view) {
      if (seen.text !== '') return;
      Object.assign(seen, { text: view, words: wordsOf(view) });
      for (const [index, { start, end }] of seen.words.entries()) yield { type: 'person', start, end, key: `${index}` };
    },
  };
  const knowledge = { parties: [], fields: [], recognisers: [everyWord], spared: nothingSpared, budget: usualBudget };
  const detect = createDetect({ ...knowledge, looked: createLooked() });
  const places = new Map(detect(text).map((place) => [place.key, place]));
  const labels = seen.words.map((_word, index): Label => {
    const place = places.get(`${index}`);
    if (!place) return 'made';
    const mark = marked.find((one) => overlaps(one, place));
    if (!mark) return 'nothing';
    return mark.type === 'person' ? 'name' : 'other';
  });
  return { ...seen, labels };
}

/** The same as people write who use no capitals. */
export function withoutCapitals({ text, words, labels }: LabelledText): LabelledText | undefined {
  const small = text.toLowerCase();
  if (small.length !== text.length) return undefined;
  return { text: small, words: words.map((word) => ({ ...word, text: word.text.toLowerCase() })), labels };
}
