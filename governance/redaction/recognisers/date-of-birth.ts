import { matchesOf } from '../matches-of.ts';
import { latin } from '../views/latin.ts';
import { after, before, type Recogniser } from './recogniser.ts';

const months =
  'jan(?:uary|uar|vier|uari)?|ener[oa]|gennaio|stycz(?:eń|nia)|feb(?:ruary|ruar|ruari|rero|braio)?|févr(?:ier)?|lut(?:y|ego)|mar(?:ch|s|zo|ca|zec)?|märz|maart|apr(?:il|ile)?|avril|abril|kwie(?:cień|tnia)|ma[iyj]|mei|mayo|maggio|maja|jun[ie]?|juin|junio|giugno|czerw(?:iec|ca)|jul[iy]?|juil(?:let)?|julio|luglio|lip(?:iec|ca)|aug(?:ust|ustus)?|août|agosto|sierp(?:ień|nia)|sept?(?:ember|embre|tiembre)?|settembre|wrze(?:sień|śnia)|o[ck]t(?:ober|obre|ubre)?|ottobre|październik[a]?|nov(?:ember|embre|iembre)?|listopad[a]?|de[cz](?:ember)?|déc(?:embre)?|diciembre|dicembre|grud(?:zień|nia)|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|mars|maj|juni|juli|augusti|marts|[IVX]{1,4}(?=[ .]{1,2}(?:19|20)\\d\\d)';
const day = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th|er)?\\.?';
const year = "(?:(?:18|19|20)\\d\\d|'?\\d\\d)";
const date = `(?:(?:18|19|20)\\d\\d[-./ ](?:0?[1-9]|1[0-2])[-./ ](?:0?[1-9]|[12]\\d|3[01])|(?:0?[1-9]|[12]\\d|3[01])[ ]?[-./ ][ ]?(?:0?[1-9]|[12]\\d|3[01])[ ]?[-./ ][ ]?${year}|${day}[ -]?(?:of |de |d')?(?:${months})\\.?,?[ -]?(?:de |del )?${year}|(?:${months})\\.?[ -]${day},?[ -]${year}|(?:19|20)\\d{6}|(?:0[1-9]|[12]\\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\\d\\d)(?![\\p{L}\\p{N}]|[-./]\\d)`;
const words =
  'born|(?:date|day)[ _]?of[ _]?birth|birth[ _]?(?:day|date)?|d\\.?o\\.?b\\.?|geb(?:oren|urtsdatum|urtstag|\\.)?|geboorte(?:datum|dag)|née?|naissance|nacid[oa]|nacimiento|nat[oa]|nascita|nasc\\.?|nac\\.|ur(?:\\.|odzon[yaeo]\\p{L}{0,3}|odzenia)|compleanno|cumpleaños|anniversaire|verjaardag';
const aDate = latin(new RegExp(`(?<![\\p{L}\\p{N}]|[\\p{L}\\p{N}][-./])${date.replaceAll(' ', '\\s')}`, 'giu'));
const said = latin(new RegExp(`(?<![\\p{L}])(?:${words})(?![\\p{Ll}])[^\\d\\n]{0,36}\\n?[^\\d\\n]{0,24}$`, 'iu'));
const saidAfter = latin(
  /^[ ]?[,(]{0,2}[ ]?(?:(?:is|was) (?:my|her|his|their|the) )?(?:dob|birthday|d\.o\.b|date of birth|geb\.|geboren|born)(?![\p{L}])/iu,
);
const wordsBefore = 72;

/** What else happened long ago. */
const saysOther = latin(
  /(?:order|deliver|contract|invoice|found(?:ed|ing)|establish|since|regist(?:ered|ration)|incorporat|issued?|dated?|built|launch|visit|bought|purchas|opened|start(?:ed)?|joined|married|version|revis|publish|edition|copyright|©|installed|warranty|paid|sent|shipped|signed|effective|from|until|act of|bestell|geliefert|vertrag|rechnung|gegründet|seit|erbaut|gekauft|ausgestellt|eingetragen|depuis|fondée?|créée?|commande|facture|contrat|livr|acheté|délivré|desde|fundad|pedido|factura|contrato|comprad|expedid|dal|fondat|ordine|fattura|contratto|acquist|rilasciat|sinds|opgericht|besteld|factuur|contract|gekocht|afgegeven|od dnia|założon|zamówien|faktur|umow|wydan)\p{L}{0,6}\)?[ ,:.]{0,3}(?:(?:on|of|the|in|am|vom|le|du|del?|il|op|van|z|dnia|at|day|date|datum)[ :]{1,2}){0,3}$/iu,
);
const youngest = 14;
const oldest = 115;

/** Dates that are said to be a birthday, and all that lie as long back as the birthday of somebody who writes letters. */
export const dateOfBirth: Recogniser = {
  name: 'date-of-birth',
  weight: 6,
  *find(text) {
    for (const { index, 0: written } of matchesOf(text, aDate)) {
      const place = { start: index, end: index + written.length };
      if (isSaid(text, place) || (isLongAgo(written) && !saysOther.test(before(text, index))))
        yield { type: 'date-of-birth', ...place };
    }
  },
};

function isLongAgo(written: string): boolean {
  if (/\d\s{1,2}\d/.test(written)) return false;
  const now = new Date().getFullYear();
  const whole = /(?<!\d)(?:18|19|20)\d\d(?!\d)/.exec(written)?.[0] ?? wholeIn(written);
  if (whole !== undefined) return now - Number(whole) >= youngest && now - Number(whole) <= oldest;
  const [, short] = /\D(\d\d)$/.exec(written) ?? [];
  return short !== undefined && Number(short) > (now % 100) + nearFuture;
}

/** Dates of two digits so far ahead are of the last century. */
const nearFuture = 10;

/** The year of a date without signs: `19840512`, `12051984`. */
function wholeIn(written: string): string | undefined {
  if (!/^\d{8}$/.test(written)) return undefined;
  return /^(?:19|20)/.test(written) ? written.slice(0, 4) : written.slice(4);
}

const timeOfDay = /[[(]?(?<!\d)\d{1,2}:\d\d(?::\d\d)?(?!\d)[\])]?/g;

function isSaid(text: string, { start, end }: { start: number; end: number }): boolean {
  const words = text.slice(Math.max(0, start - wordsBefore), start).replace(timeOfDay, '');
  return said.test(words) || saidAfter.test(after(text, end));
}
