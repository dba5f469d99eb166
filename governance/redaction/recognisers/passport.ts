import { latin } from '../views/latin.ts';
import { after, before, candidates, type Recogniser } from './recogniser.ts';

const shape = latin(
  /(?<![\p{L}\p{N}])(?=[A-Z]{0,9}\d)[A-Z0-9]{2,3}[ ]?[A-Z0-9]{3,4}[ ]?[A-Z0-9]{1,3}(?![\p{L}\p{N}])/giu,
);
const words =
  'passport|reisepass|pass(?:nummer|-?nr)|(?<![\\p{L}])pass(?![\\p{L}])|id-bewijs|identiteitsbewijs|rijbewijs|permis de conduire|permiso de conducir|patente|ausweis|passeport|pasaporte|passaporto|paspoort|paszport|identity card|id card|carte d.identité|carta d.identit|carta di identit|dow[óo]d|travel document|driv(?:ing|er.?s) licen[cs]e|führerschein';
const saidAfter = latin(new RegExp(`^ ?(?:\\(|is )(?:is )?(?:my |the |her |his )?(?:${words})`, 'iu'));
const said = latin(new RegExp(`(?:${words})[^!?\\n\\d]{0,32}\\n?[^!?\\n\\d]{0,4}$`, 'iu'));

/** Passport and identity card numbers, which carry no common check digit: only where they are said to be one. */
export const passport: Recogniser = {
  name: 'passport',
  weight: 7,
  *find(text) {
    for (const { written, compact, start, end } of candidates(text, shape)) {
      const digits = compact.replace(/\D+/g, '').length;
      const isOne = digits >= 3 || (digits >= 1 && written === written.toUpperCase());
      const isLong = compact.length >= 7 && compact.length <= 10 && isOne;
      if (isLong && (said.test(before(text, start, 60)) || saidAfter.test(after(text, end))))
        yield { type: 'passport', start, end };
    }
  },
};
