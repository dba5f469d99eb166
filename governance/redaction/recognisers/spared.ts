import { occurrences, squash } from '../parties/squash.ts';
import { foldText } from '../views/fold-characters.ts';
import { blank } from './harmless.ts';

/** Numbers that tell of nobody: those of a run's records, and those of a form that the firm gives out itself. */
export interface Spared {
  numbers: readonly string[];
  /** Regular expressions, as the registry writes them. */
  forms: readonly string[];
}

export const nothingSpared: Spared = { numbers: [], forms: [] };

/** Takes them out of texts; places in those stay. */
export function createWithoutSpared({ numbers, forms }: Spared): (text: string) => string {
  const patterns = forms.map((form) => new RegExp(form, 'giu'));
  const needles = numbers.map((number) => squash(foldText(number)).text).filter((needle) => needle !== '');
  return (text) => {
    const rest = patterns.reduce((left, pattern) => left.replace(pattern, blank), text);
    if (needles.length === 0) return rest;
    const squashed = squash(rest);
    const places = needles.flatMap((needle) => Array.from(occurrences(rest, squashed, needle)));
    return places.reduce(
      (left, { start, end }) => left.slice(0, start) + blank(left.slice(start, end)) + left.slice(end),
      rest,
    );
  };
}
