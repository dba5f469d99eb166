import { type Finder, matching, unfounded } from '../finding.ts';
import type { Reading } from '../reading.ts';
import type { Span } from '../span.ts';

/** A number of a telephone, by its digits without what stands for a country. */
export interface Phone extends Span {
  digits: string;
}

const pattern = /(?<![\p{L}\p{N}])(?:\+|00(?=[1-9]\d?\s)|(?=\(?0))(?:\(?\d[\d()\s/.-]{5,20}\d)(?![\p{L}\p{N}])/gu;
const countries = /^(?:00)?(?:44|49|43|41|33|31|353|1)/;
const ofPhones =
  /(?:\bphones?|\btel\b\.?|telefon\p{L}*|telephone|\bcall|\bring\b|hotline|mobile|handy|whatsapp|\bfax|anruf\p{L}*|rufen|erreich\p{L}*|durchwahl|rückruf|reach us|on|unter|at|\(|course:?|:)[^\d\n]{0,12}$/iu;

/** Numbers of telephones: only a text of the firm has any. */
export const phones: Finder = {
  *find(reading, { trusted }) {
    for (const phone of phonesIn(reading)) {
      const isKnown = trusted.phones.has(phone.digits);
      if (!isKnown && !isPlainly(reading, phone)) continue;
      reading.take(phone);
      yield isKnown
        ? matching('phone', phone, 'A text of the firm has this telephone number.')
        : unfounded('phone', phone, 'No record has this telephone number.');
    }
  },
};

export function* phonesIn(reading: Reading): Generator<Phone> {
  for (const match of reading.rest.matchAll(pattern)) {
    const start = match.index;
    yield { start, end: start + match[0].length, digits: nationalOf(match[0]) };
  }
}

function nationalOf(written: string): string {
  const isAbroad = /^\s*(?:\+|00)/.test(written);
  const digits = written.replace(/\(0\)/g, '').replace(/\D/g, '');
  return (isAbroad ? digits.replace(countries, '') : digits).replace(/^0+/, '');
}

/** With a plus, or in groups as telephones have them and where one is spoken of. */
function isPlainly({ text }: Reading, { start, end }: Phone): boolean {
  const written = text.slice(start, end);
  if (/^\+/.test(written)) return true;
  return /^\(?0[1-9]\d{1,4}\)?[\s/-]\s?\d/.test(written) && ofPhones.test(text.slice(Math.max(0, start - 40), start));
}
