import { z } from 'zod';
import type { Problem } from '#contracts/http/problem.ts';
import { sayCount } from '../format/amounts.ts';
import { startTexts } from '../texts/start-texts.ts';

/** What is wrong where: by the path of a field, such as `attachments/0/name`. */
export type Mistakes = Readonly<Record<string, string>>;

const words = startTexts.problems;

/** Looks at what was typed by the same schema that the API goes by, which has the last word. */
export function createFindMistakes(schema: Record<string, unknown>): (values: unknown) => Mistakes {
  const input = z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);
  return (values) => {
    const parsed = input.safeParse(values, { reportInput: true });
    if (parsed.success) return {};
    return Object.fromEntries(parsed.error.issues.map((issue) => [issue.path.join('/'), wordsFor(issue)]).reverse());
  };
}

function wordsFor(issue: z.core.$ZodIssue): string {
  if (issue.input === undefined) return words.missing;
  switch (issue.code) {
    case 'invalid_type':
      return issue.expected === 'number' || issue.expected === 'int' ? words.number : words.form;
    case 'invalid_format':
      return formatWords[issue.format] ?? words.form;
    case 'too_big':
      return sizeWords(issue.origin, { string: words.tooLong, array: words.tooMany, other: words.tooBig })(
        sayCount(Number(issue.maximum)),
      );
    case 'too_small':
      return sizeWords(issue.origin, { string: words.tooShort, array: words.tooSmall, other: words.tooSmall })(
        sayCount(Number(issue.minimum)),
      );
    default:
      return words.form;
  }
}

const formatWords: Readonly<Record<string, string>> = { email: words.email, datetime: words.dateTime };

type Size = (limit: string) => string;

function sizeWords(origin: string, { string, array, other }: { string: Size; array: Size; other: Size }): Size {
  if (origin === 'string') return string;
  return origin === 'array' ? array : other;
}

/** What the API found wrong in the input of a run. */
export function mistakesIn({ places }: Problem): Mistakes {
  const inside = places.filter(({ pointer }) => pointer.startsWith('/input/'));
  return Object.fromEntries(inside.map(({ pointer, detail }) => [pointer.slice('/input/'.length), detail]));
}
