import type { z } from 'zod';
import { categoriesHere } from '#contracts/categories-of.ts';
import { concealedTypes } from '#contracts/concealed-types.ts';
import type { Placeholder } from '#contracts/redaction.ts';
import { restore } from '#governance/redaction/index.ts';
import { eachText } from './each-text.ts';

export interface RestoredAnswer<Answer> {
  answer: Answer;
  /** Placeholders that stay where somebody's data might have stood: given out for nothing, or for what may not stand there. */
  left: readonly string[];
}

/** Puts back in an answer what placeholders stand for, where a field may tell of it. */
export function restoreAnswer<Answer>(
  { schema, answer }: { schema: z.ZodType<Answer>; answer: Answer },
  placeholders: readonly Placeholder[],
): RestoredAnswer<Answer> {
  const left: string[] = [];
  const restored = eachText({ schema, value: answer }, (text, part) => {
    const types = new Set(part ? concealedTypes(categoriesHere(part)) : []);
    const outcome = restore(text, placeholders, types);
    if (types.size > 0) left.push(...outcome.left.map(({ placeholder }) => placeholder));
    return outcome.text;
  });
  return { answer: restored as Answer, left: [...new Set(left)] };
}
