import { after, type Recogniser } from './recogniser.ts';

const months =
  'jan(?:uary|uar|vier|uari)?|ener[oa]|gennaio|stycz(?:eń|nia)|feb(?:ruary|ruar|ruari|rero|braio)?|févr(?:ier)?|lut(?:y|ego)|mar(?:ch|s|zo|ca|zec)?|märz|maart|apr(?:il|ile)?|avril|abril|kwie(?:cień|tnia)|ma[iyj]|mei|mayo|maggio|maja|jun[ie]?|juin|junio|giugno|czerw(?:iec|ca)|jul[iy]?|juil(?:let)?|julio|luglio|lip(?:iec|ca)|aug(?:ust|ustus)?|août|agosto|sierp(?:ień|nia)|sept?(?:ember|embre|tiembre)?|settembre|wrze(?:sień|śnia)|o[ck]t(?:ober|obre|ubre)?|ottobre|październik[a]?|nov(?:ember|embre|iembre)?|listopad[a]?|de[cz](?:ember)?|déc(?:embre)?|diciembre|dicembre|grud(?:zień|nia)';
const day = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th|er)?\\.?';
const year = "(?:(?:18|19|20)\\d\\d|'?\\d\\d)";
const date = `(?:(?:18|19|20)\\d\\d[-./ ](?:0?[1-9]|1[0-2])[-./ ](?:0?[1-9]|[12]\\d|3[01])|(?:0?[1-9]|[12]\\d|3[01])[ ]?[-./ ][ ]?(?:0?[1-9]|[12]\\d|3[01])[ ]?[-./ ][ ]?${year}|${day}[ -]?(?:of |de |d')?(?:${months})\\.?,?[ -]?(?:de |del )?${year}|(?:${months})\\.?[ -]${day},?[ -]${year}|(?:19|20)\\d{6}|(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\\d\\d)(?![\\p{L}\\p{N}])`;
const words =
  'born|(?:date|day)[ _]?of[ _]?birth|birth[ _]?(?:day|date)?|d\\.?o\\.?b\\.?|geb(?:oren|urtsdatum|urtstag|\\.)?|geboorte(?:datum|dag)|née?|naissance|nacid[oa]|nacimiento|nat[oa]|nascita|nasc\\.?|nac\\.|ur(?:\\.|odzon[yaeo]\\p{L}{0,3}|odzenia)|compleanno|cumpleaños|anniversaire|verjaardag';
const aDate = new RegExp(`(?<![\\p{L}\\p{N}])${date}`, 'giu');
const said = new RegExp(`(?<![\\p{L}])(?:${words})(?![\\p{Ll}])[^\\d\\n]{0,36}\\n?[^\\d\\n]{0,8}$`, 'iu');
const saidAfter =
  /^[ ]?[,(]{0,2}[ ]?(?:(?:is|was) (?:my|her|his|their|the) )?(?:dob|birthday|d\.o\.b|date of birth|geb\.|geboren|born)(?![\p{L}])/iu;
const wordsBefore = 72;

/** Dates that are said to be a birthday. */
export const dateOfBirth: Recogniser = {
  name: 'date-of-birth',
  weight: 6,
  *find(text) {
    for (const match of text.matchAll(aDate)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (said.test(text.slice(Math.max(0, start - wordsBefore), start)) || saidAfter.test(after(text, end)))
        yield { type: 'date-of-birth', start, end };
    }
  },
};
