import { matchesOf } from '../matches-of.ts';
import { latin } from '../views/latin.ts';
import { before, type Recogniser } from './recogniser.ts';

const areas =
  'AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GU|GY|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE';
const states =
  'A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]';

/** Forms that are a postcode by themselves. */
const alone = [
  latin(
    new RegExp(
      `(?<![\\p{L}\\p{N}]|-)(?:${areas})\\d[\\dA-Z]?[ \\n-]{0,2}\\d[ABD-HJLNP-UW-Z]{2}(?![\\p{L}\\p{N}])`,
      'gu',
    ),
  ),
  latin(new RegExp(`(?<![\\p{L}\\p{N}]|-)(?:${areas})\\d[\\da-z]? \\d[abd-hjlnp-uw-z]{2}(?![\\p{L}\\p{N}])`, 'giu')),
  latin(
    new RegExp(
      `(?<![\\p{L}\\p{N}]|-)(?:${areas.toLowerCase()})\\d[\\da-z]?\\d[abd-hjlnp-uw-z]{2}(?![\\p{L}\\p{N}])`,
      'gu',
    ),
  ),
  latin(/(?<![\p{L}\p{N}.,/-])\d{2}-\d{3}(?=[ ]?(?:,|\n|$))/gu),
  latin(
    /(?<![\p{L}\p{N}]|-)(?:[AC-FHKNPRTV-Y]\d[\dW]) ?(?=[0-9AC-FHKNPRTV-Y]{0,3}\d)(?=[0-9AC-FHKNPRTV-Y]{0,3}[AC-FHKNPRTV-Y])[0-9AC-FHKNPRTV-Y]{4}(?![\p{L}\p{N}])/gu,
  ),
  latin(new RegExp(`(?<![\\p{L}\\p{N}])(?<=(?:${states})[., ]{1,2})\\d{5}(?:-\\d{4})?(?![\\p{L}\\p{N}])`, 'gu')),
];

/** Digits (and for the Netherlands two letters) that are one only in front of a town. */
const beforeTown = latin(
  /(?<![\p{L}\p{N}]|[\p{N}€$£][.,/-])(?:(?:D|DE|A|AT|F|FR|I|IT|E|ES|B|BE|PL|NL|CH|L)-)?(\d{5}|\d{2}-\d{3}|\d{4} ?(?!SA|SD|SS)[A-Z]{2})(?=,? {1,2}(\p{Lu}[\p{L}'-]{1,40}))/gu,
);
const atBreak = latin(
  /(?:^|[\n,;:|("'\]])[ \t]{0,3}$|\b(?:in|à|nach|te|a|en|w|do|bei|naar|plz|cp|cap)\b[ :.]{0,2}$|\p{L}\.? ?\d{1,4}[a-z]?(?:[/ -]{1,3}\d{1,3})?[ ,]{1,2}$/iu,
);
const said = latin(
  /(?<![\p{L}])(?:post(?:al)?[ -]?code|zip(?:[ -]?code)?|plz|postleitzahl|code postal|código postal|\bcap\b|\bcp\b|kod pocztowy|eircode)["')]{0,2}[ ]?(?:is|ist|:|=|est|es|è|to)?[ ]{0,2}["']?(\d{5}(?:-\d{4})?|\d{4} ?[A-Z]{2}|\d{2}-\d{3}|[A-Z]{1,2}\d[\dA-Z]?[ -]?\d[A-Z]{2}|[A-Z]\d[\dW] ?[A-Z\d]{4})(?![\p{L}\p{N}])/dgiu,
);
const noTown =
  /^(?:Euro?|EUR|USD|GBP|PLN|Stück|Stk|St|Liter|Kilo|Uhr|Artikel|Units?|Pieces?|Items?|Order|Watt|Volt|Tage|Days?|Hours?|Kč|Points?|Miles?|Steps?|Lumen|Besteller)$/;

export const postcode: Recogniser = {
  name: 'postcode',
  weight: 4,
  *find(text) {
    for (const pattern of alone) {
      for (const match of matchesOf(text, pattern))
        yield { type: 'postcode', start: match.index, end: match.index + match[0].length };
    }
    for (const match of matchesOf(text, beforeTown)) {
      const isNumber = noTown.test(match[2] ?? '');
      if (!isNumber && atBreak.test(before(text, match.index)))
        yield { type: 'postcode', start: match.index, end: match.index + match[0].length };
    }
    for (const match of matchesOf(text, said)) {
      const [start, end] = match.indices?.[1] ?? [0, 0];
      yield { type: 'postcode', start, end };
    }
  },
};
