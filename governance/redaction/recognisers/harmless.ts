import { latin } from '../views/latin.ts';

const unit =
  'mm|cm|dm|km|m[²³23]?|kg|mg|g|lbs?|oz|ml|cl|l|kwh|kw|mw|w|watt|mah|ah|v|volt|k?hz|mhz|ghz|lm|lumen|lux|bar|psi|rpm|px|dpi|[kmgt]i?b|mbps|inch(?:es)?|ft|feet|yards?|miles?|secs?|min(?:utes?)?|hrs?|hours?|stunden|days?|tage|weeks?|months?|years?|jahre|pcs|pieces?|pieces|stück|stk|st|pièces|unidades|pezzi|stuks|sztuk|szt|units?|pairs?|boxes|packs?|pallets?|paletten|cartons?|rolls?|litres?|liter|points?|steps?|lines?|pages?|seiten|users?|rows?';
const currency =
  '[€£$¥₺]|eur|euros?|gbp|usd|chf|pln|sek|dkk|nok|czk|huf|ron|fr\\.|zł|kr|kč|ft|lei|quid|pounds?|dollars?|pence|pfund';
const amount = "-?\\d{1,3}(?:[.,' ]?\\d{3}){0,4}(?:[.,]\\d{1,2}|,-)?";
const day = '(?:0?[1-9]|[12]\\d|3[01])';
const month = '(?:0?[1-9]|1[0-2])';
const clock = '(?:[01]?\\d|2[0-4])[:.h][0-5]\\d(?::[0-5]\\d)?';
const alone = '(?![\\p{L}\\p{N}]|[.,:/-]?\\d)';
const first = '(?<![\\p{L}\\p{N}]|\\d[.,:/-])';

/** What numbers say of no person: when, how much, how many, which version. */
const shapes = [
  `(?:19|20)\\d\\d-${month}-${day}(?:[t ,]{1,2}${clock}(?:[.,]\\d{1,9})?(?:z|[+-]\\d\\d:?\\d\\d)?)?`,
  `(?:19|20)\\d\\d([./])${month}\\1${day}${alone}`,
  `${day}([./])${month}\\2(?:(?:19|20)\\d\\d|\\d\\d)${alone}`,
  `${month}/${day}/(?:19|20)\\d\\d${alone}`,
  `\\d{1,3}(?:,\\d{3}){1,4}(?:\\.\\d{1,3})?${alone}`,
  `${day}-${month}-(?:19|20)\\d\\d${alone}`,
  `(?:19|20)[0-3]\\d${month.replaceAll('?', '')}${day.replaceAll('?', '')}${alone}`,
  `(?:19|20)\\d\\d ?[-–/] ?(?:(?:19|20)\\d\\d|\\d\\d)${alone}`,
  `${clock}(?: ?(?:-|–|to|bis|until|à|a|tot|do) ?${clock})?(?: ?(?:am|pm|uhr|h))?${alone}`,
  `(?:${currency}) ?${amount}(?: ?(?:-|–|to|bis) ?(?:${currency})? ?${amount})?(?!\\d)`,
  `${amount} ?(?:${currency})(?![\\p{L}\\p{N}])`,
  `\\d{1,3}(?:\\.\\d{3}){1,4},\\d\\d${alone}`,
  `\\d{1,5}(?:[.,]\\d{1,3})?(?: ?(?:x|×|\\*|by) ?\\d{1,5}(?:[.,]\\d{1,3})?){1,3}(?: ?(?:${unit}))?(?![\\p{L}\\p{N}])`,
  `\\d{1,9}(?:[.,]\\d{1,4})?(?: ?[-–/] ?\\d{1,6}(?:[.,]\\d{1,4})?)?[ -]?(?:%|°|(?:${unit})(?![\\p{L}\\p{N}]))`,
  `(?:v|version|firmware|release|build|update|browser|chrome|firefox|safari|edge|ios|android|windows|macos|app|driver|treiber|software|wersja|versión|versione|versie)[ .:/]{0,2}\\d{1,4}(?:[._]\\d{1,6}){0,4}${alone}`,
  `(?<=[a-z]/)\\d{1,4}(?:\\.\\d{1,6}){1,4}`,
  `(?:din|en|iso|iec|bs|vde|ral)(?:[ /-](?:en|iso|iec)){0,2}[ -]?\\d{3,6}(?:-\\d{1,2})?(?::(?:19|20)\\d\\d)?`,
  `(?<=https?:/?/?)[a-z0-9.-]{1,200}`,
];

const harmless = latin(
  new RegExp(`(?:${shapes.map((shape) => `${shape.startsWith('(?<=') ? '' : first}${shape}`).join('|')})`, 'giu'),
);

/** The text with a sign that joins nothing where numbers stand that are no reference. */
export function withoutHarmless(text: string): string {
  return text.replace(harmless, blank);
}

/** Of the same length, so that places in the text stay. */
export function blank(written: string): string {
  return '\u0000'.repeat(written.length);
}
