import type { Recogniser } from './recogniser.ts';

const months =
  'jan(?:uary|uar|vier|uari)?|ener[oa]|gennaio|stycz(?:eń|nia)|feb(?:ruary|ruar|ruari|rero|braio)?|févr(?:ier)?|lut(?:y|ego)|mar(?:ch|s|zo|ca|zec)?|märz|maart|apr(?:il|ile)?|avril|abril|kwie(?:cień|tnia)|ma[iyj]|mei|mayo|maggio|maja|jun[ie]?|juin|junio|giugno|czerw(?:iec|ca)|jul[iy]?|juil(?:let)?|julio|luglio|lip(?:iec|ca)|aug(?:ust|ustus)?|août|agosto|sierp(?:ień|nia)|sept?(?:ember|embre|tiembre)?|settembre|wrze(?:sień|śnia)|o[ck]t(?:ober|obre|ubre)?|ottobre|październik[a]?|nov(?:ember|embre|iembre)?|listopad[a]?|de[cz](?:ember)?|déc(?:embre)?|diciembre|dicembre|grud(?:zień|nia)';
const day = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th|er)?\\.?';
const year = "(?:(?:18|19|20)\\d\\d|'?\\d\\d)";
const date = `(?:(?:18|19|20)\\d\\d[-./ ](?:0?[1-9]|1[0-2])[-./ ](?:0?[1-9]|[12]\\d|3[01])|(?:0?[1-9]|[12]\\d|3[01])[ ]?[-./ ][ ]?(?:0?[1-9]|[12]\\d|3[01])[ ]?[-./ ][ ]?${year}|${day}[ -](?:of |de |d')?(?:${months})\\.?,?[ -](?:de |del )?${year}|(?:${months})\\.?[ -]${day},?[ -]${year}|(?:19|20)\\d{6})(?![\\p{L}\\p{N}])`;
const words =
  'born|birth(?:day|date)?|d\\.?o\\.?b\\.?|geb(?:oren|urtsdatum|urtstag|\\.)?|geboorte(?:datum|dag)|née?|naissance|nacid[oa]|nacimiento|nat[oa]|nascita|nasc\\.?|ur(?:\\.|odzon[yaeo]\\p{L}{0,3}|odzenia)|compleanno|cumpleaños|anniversaire|verjaardag';
const said = new RegExp(`(?<![\\p{L}])(?:${words})(?![\\p{L}])[^\\d\\n]{0,24}\\n?[^\\d\\n]{0,8}(${date})`, 'giud');
const saidAfter = new RegExp(
  `(?<![\\p{L}\\p{N}])(${date})[ ]?[,(]{0,2}[ ]?(?:dob|d\\.o\\.b|date of birth|geb\\.|geboren|born)(?![\\p{L}])`,
  'giud',
);

/** Dates that are said to be a birthday. */
export const dateOfBirth: Recogniser = {
  name: 'date-of-birth',
  weight: 6,
  *find(text) {
    for (const pattern of [said, saidAfter]) {
      for (const match of text.matchAll(pattern)) {
        const [start, end] = match.indices?.[1] ?? [0, 0];
        yield { type: 'date-of-birth', start, end };
      }
    }
  },
};
