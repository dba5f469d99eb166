import { type Finder, type Finding, matching, unfounded } from '../finding.ts';
import type { Ground } from '../ground.ts';
import type { Reading } from '../reading.ts';
import type { Span } from '../span.ts';

export interface Reference extends Span {
  /** Letters and digits alone, in capitals; each longer by a group than the one before. */
  readings: readonly { value: string; end: number }[];
  isEnding: boolean;
}

const shape =
  /(?<![\p{L}\p{N}])(?:#\s?)?(?:[A-Za-z]{1,5}[_/.-]?|[A-Z]{1,5} )?\d[\dA-Za-z]*(?:[ _/.-]{1,3}\d[\dA-Za-z]*)*(?![\p{L}\p{N}])/gu;
const ending =
  /(?:ending|ends?|endet|endend\p{L}*|letzten? (?:vier |drei |fünf )?(?:ziffern|stellen)|last (?:three |four |five )?digits)(?: (?:in|with|auf|mit|are|is|lauten|sind))?[\s:'"]*$/iu;
const phoneWords =
  /(?:\bphone|\btel\b|telefon|\bcall|\bring\b|hotline|\bmobile|handy|whatsapp|\bfax|anrufen|rufen|erreich\p{L}* .{0,20}unter|durchwahl|rückruf)[^.!?\n]{0,40}$/iu;

/** Numbers of orders, parcels and papers; and what is one of a telephone. */
export const references: Finder = {
  *find(reading, ground) {
    for (const reference of referencesIn(reading)) {
      const finding = judge(reading, ground, reference);
      reading.take(finding);
      yield finding;
    }
  },
};

/** What looks like a reference: five digits or more, or letters and at least three. */
export function* referencesIn(reading: Reading): Generator<Reference> {
  for (const match of reading.rest.matchAll(shape)) {
    const [written] = match;
    const span = { start: match.index, end: match.index + written.length };
    const ahead = reading.text.slice(Math.max(0, span.start - 60), span.start);
    const plain = squash(written);
    const digits = plain.replace(/\D/g, '').length;
    const isEnding = ending.test(ahead) && digits >= 2;
    const isReference =
      digits >= 5 ||
      (digits >= 3 && /[A-Z]/.test(plain)) ||
      /^(?:[A-Z]{4,}-?\d+|[A-Z]{1,2}\d{1,3})$/.test(written) ||
      /#/.test(written) ||
      isEnding;
    if (isReference || /^\s?\+|00/.test(ahead.slice(-1) + written.slice(0, 2)))
      yield { ...span, readings: readingsOf(written, span.start), isEnding };
  }
}

function readingsOf(written: string, start: number) {
  const ends = [...written.matchAll(/[\dA-Z]+/gi)].map((group) => group.index + group[0].length);
  return ends.map((end) => ({ value: squash(written.slice(0, end)), end: start + end }));
}

export function squash(written: string): string {
  return written.replace(/[^a-z0-9]/gi, '').toUpperCase();
}

function judge(reading: Reading, ground: Ground, reference: Reference): Finding {
  for (const { value, end } of reference.readings.toReversed()) {
    const because = whyKnown(ground, value, reference);
    if (because !== undefined) return matching('reference', { start: reference.start, end }, because);
  }
  const ahead = reading.text.slice(Math.max(0, reference.start - 60), reference.start);
  if (/\+$|\(\+?$/.test(ahead) || phoneWords.test(ahead) || /^0\d{2,5}[ /-]/.test(reading.text.slice(reference.start)))
    return unfounded('phone', reference, 'No record has this telephone number.');
  return unfounded('reference', reference, 'No record has this number.');
}

/** E27, as an article is named. */
function isInTexts({ wholeNames, trusted, askedText }: Ground, value: string): boolean {
  return [...wholeNames, trusted.text, trusted.records, askedText].some((text) => text.toUpperCase().includes(value));
}

function whyKnown(ground: Ground, value: string, { isEnding }: Reference): string | undefined {
  if (value.length <= 4 && isInTexts(ground, value)) return 'A record has this mark.';
  const isOf = (known: string) =>
    known === value ||
    (/^\d{5,}$/.test(value) && known.replace(/\D/g, '') === value) ||
    (isEnding && known.endsWith(value));
  if ([...ground.references].some(isOf)) return 'A record has this number.';
  if ([...ground.trusted.references].some(isOf)) return 'A text of the firm has this number.';
  if ([...ground.asked].some(isOf)) return 'It is the number that was asked about.';
  return undefined;
}
