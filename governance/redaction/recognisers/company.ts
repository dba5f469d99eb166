import { matchesOf } from '../matches-of.ts';
import { latin } from '../views/latin.ts';
import type { Recogniser } from './recogniser.ts';

/** What firms have to write behind their name, by the law of their country. */
const form =
  '(?:Ltd|Limited|LLP|LLC|L\\.L\\.C|Inc|Incorporated|Corp|Corporation|PLC|plc|P\\.C|CIC|GmbH(?: ?& ?Co\\.? ?KG(?:aA)?)?|mbH|gGmbH|UG(?: ?\\(haftungsbeschränkt\\))?|AG(?: ?& ?Co\\.? ?KG(?:aA)?)?|KGaA|KG|OHG|oHG|e\\. ?K|e\\. ?Kfr|eG|e\\. ?V|GbR|SARL|S\\.A\\.R\\.L|SASU|SAS|S\\.A\\.S|EURL|SNC|SCI|S\\.L\\.U|S\\.L\\.L|S\\.L|SLU|S\\. ?r\\. ?l\\. ?s|S\\. ?r\\. ?l|Srls|Srl|SRL|S\\. ?p\\. ?A|SpA|SPA|S\\.n\\.c|Snc|S\\.a\\.s|B\\. ?V|BV|N\\. ?V|NV|VOF|V\\.O\\.F|Sp\\. ?z ?o\\. ?o|sp\\. ?z ?o\\. ?o|sp\\. ?[jk]|S\\.A|A\\/S|ApS|Oyj?|Lda|s\\. ?r\\. ?o|Kft|Zrt|Bt|d\\. ?o\\. ?o|OÜ|UAB|SIA)';
const word = "\\p{Lu}[\\p{L}\\p{M}\\d'’.-]{0,30}";
const link =
  '(?:[ ,]{1,2}(?:(?:&|\\+|and|und|et|y|e|en|i|of|de|du|des|del|della|di|van|von|für|for)[ ]){0,2}|[ ]?[&+][ ]?)';
const firm = latin(
  new RegExp(`(?<![\\p{L}\\p{N}])${word}(?:${link}${word}){0,5}?,?[ ]${form}\\.?(?![\\p{L}\\p{N}])`, 'gu'),
);

/** Firms by the form that the law has them write behind their name. */
export const company: Recogniser = {
  name: 'company',
  weight: 2,
  staysOnLine: true,
  *find(text) {
    for (const { index, 0: written } of matchesOf(text, firm))
      yield { type: 'company', start: index, end: index + written.length };
  },
};
