import { matchesOf } from '../matches-of.ts';
import { foldName } from '../names/fold-name.ts';

/** The initials of a name, each in the ways that it is written. */
export interface Initialled {
  letters: readonly string[];
}

const notInitials = new Set(
  'it uk us eu ok ps pm am tv id no so do go ag kg hr pc vat ni po ip dhl ups dpd gls usb led pdf eur gbp usd ltd faq asap crm'.split(
    ' ',
  ),
);
const shortestAcronym = 3;

export function initialledForm(type: 'person' | 'company', initials: readonly string[]): Initialled | undefined {
  const folded = initials.map(foldName);
  if (folded.length < (type === 'company' ? shortestAcronym : 2) || notInitials.has(folded.join(''))) return undefined;
  return { letters: initials.map((initial, place) => `${initial.toUpperCase()}${folded[place]?.toUpperCase()}`) };
}

/** Where they stand in a text. The pattern is made only where the first two stand near each other. */
export function initialsIn(text: string, { letters }: Initialled): Iterable<RegExpExecArray> {
  return beginIn(text, letters) ? matchesOf(text, patternOf(letters)) : [];
}

function patternOf(letters: readonly string[]): RegExp {
  const written = letters.map((ways) => `[${ways}]`).join('[. ]{0,2}');
  return new RegExp(`(?<![\\p{L}\\p{N}.-])${written}\\.?(?![\\p{L}\\p{N}]|-\\d|[. ]\\d)`, 'gu');
}

const between = '. ';
const mostBetween = 2;

function beginIn(text: string, [first = '', second = '']: readonly string[]): boolean {
  return Array.from(first).some((letter) => {
    for (let at = text.indexOf(letter); at >= 0; at = text.indexOf(letter, at + 1)) {
      let next = at + letter.length;
      while (next - at - letter.length < mostBetween && between.includes(text.charAt(next))) next += 1;
      if (second.includes(String.fromCodePoint(text.codePointAt(next) ?? 0))) return true;
    }
    return false;
  });
}
