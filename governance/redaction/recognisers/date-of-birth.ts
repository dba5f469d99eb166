import { after, before, type Recogniser } from './recogniser.ts';

const months =
  'jan(?:uary|uar|vier|uari)?|ener[oa]|gennaio|stycz(?:eń|nia)|feb(?:ruary|ruar|ruari|rero|braio)?|févr(?:ier)?|lut(?:y|ego)|mar(?:ch|s|zo|ca|zec)?|märz|maart|apr(?:il|ile)?|avril|abril|kwie(?:cień|tnia)|ma[iyj]|mei|mayo|maggio|maja|jun[ie]?|juin|junio|giugno|czerw(?:iec|ca)|jul[iy]?|juil(?:let)?|julio|luglio|lip(?:iec|ca)|aug(?:ust|ustus)?|août|agosto|sierp(?:ień|nia)|sept?(?:ember|embre|tiembre)?|settembre|wrze(?:sień|śnia)|o[ck]t(?:ober|obre|ubre)?|ottobre|październik[a]?|nov(?:ember|embre|iembre)?|listopad[a]?|de[cz](?:ember)?|déc(?:embre)?|diciembre|dicembre|grud(?:zień|nia)';
const day = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th|er)?\\.?';
const year = "(?:(?:18|19|20)\\d\\d|'?\\d\\d)";
const date = `(?:(?:18|19|20)\\d\\d[-./ ](?:0?[1-9]|1[0-2])[-./ ](?:0?[1-9]|[12]\\d|3[01])|(?:0?[1-9]|[12]\\d|3[01])[ ]?[-./ ][ ]?(?:0?[1-9]|[12]\\d|3[01])[ ]?[-./ ][ ]?${year}|${day}[ -]?(?:of |de |d')?(?:${months})\\.?,?[ -]?(?:de |del )?${year}|(?:${months})\\.?[ -]${day},?[ -]${year}|(?:19|20)\\d{6}|(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\\d\\d)(?![\\p{L}\\p{N}])`;
const words =
  'born|(?:date|day)[ _]?of[ _]?birth|birth[ _]?(?:day|date)?|d\\.?o\\.?b\\.?|geb(?:oren|urtsdatum|urtstag|\\.)?|geboorte(?:datum|dag)|née?|naissance|nacid[oa]|nacimiento|nat[oa]|nascita|nasc\\.?|nac\\.|ur(?:\\.|odzon[yaeo]\\p{L}{0,3}|odzenia)|compleanno|cumpleaños|anniversaire|verjaardag';
const aDate = new RegExp(`(?<![\\p{L}\\p{N}])${date.replaceAll(' ', '\\s')}`, 'giu');
const said = new RegExp(`(?<![\\p{L}])(?:${words})(?![\\p{Ll}])[^\\d\\n]{0,36}\\n?[^\\d\\n]{0,24}$`, 'iu');
const saidAfter =
  /^[ ]?[,(]{0,2}[ ]?(?:(?:is|was) (?:my|her|his|their|the) )?(?:dob|birthday|d\.o\.b|date of birth|geb\.|geboren|born)(?![\p{L}])/iu;
const wordsBefore = 72;

/** Dates that are said to be a birthday. */
export const dateOfBirth: Recogniser = {
  name: 'date-of-birth',
  weight: 6,
  *find(text) {
    const dates = Array.from(text.matchAll(aDate), ({ index, 0: written }) => ({
      written,
      start: index,
      end: index + written.length,
    }));
    const isAsked = dates.some((one) => isSaid(text, one));
    for (const { written, start, end } of isAsked ? dates : [])
      if (isSaid(text, { start, end }) || (isLongAgo.test(written) && /[(;|][ ]?$/.test(before(text, start))))
        yield { type: 'date-of-birth', start, end };
  },
};

/** Where a birthday is said, dates as long ago that stand in brackets behind a name are one too. */
const isLongAgo = /(?<!\d)(?:19[1-9]\d|200\d)(?!\d)|\D[3-9]\d$/;
const timeOfDay = /[[(]?(?<!\d)\d{1,2}:\d\d(?::\d\d)?(?!\d)[\])]?/g;

function isSaid(text: string, { start, end }: { start: number; end: number }): boolean {
  const words = text.slice(Math.max(0, start - wordsBefore), start).replace(timeOfDay, '');
  return said.test(words) || saidAfter.test(after(text, end));
}
