import { allLocales } from '@faker-js/faker';
import { getGender } from 'gender-detection-from-name';
import { isEnglishWord } from './dictionary.ts';
import { foldName } from './fold-name.ts';
import { moreFirstNames } from './more-first-names.ts';
import { moreSurnames } from './more-surnames.ts';
import { isOrdinary, placeNames } from './ordinary-words.ts';

const locales = [
  'en',
  'en_GB',
  'en_IE',
  'de',
  'de_AT',
  'fr',
  'nl',
  'nl_BE',
  'es',
  'it',
  'pl',
  'pt_PT',
  'sv',
  'da',
  'fi',
  'cs_CZ',
  'sk',
  'hu',
  'ro',
  'hr',
  'tr',
  'nb_NO',
  'pt_BR',
  'es_MX',
  'fr_BE',
  'cy',
  'en_IN',
  'en_NG',
  'en_GH',
  'en_ZA',
  'id_ID',
  'af_ZA',
  'de_CH',
  'en_AU',
  'en_HK',
  'fr_CH',
  'fr_SN',
  'lv',
  'ro_MD',
  'sl_SI',
  'sr_RS_latin',
  'yo_NG',
  'zu_ZA',
] as const;

/** First names of the countries around, folded. */
export const firstNames: ReadonlySet<string> = folded('first_name', moreFirstNames);
/** Surnames, folded. */
export const surnames: ReadonlySet<string> = folded('last_name', moreSurnames);

function folded(list: 'first_name' | 'last_name', more: readonly string[]): ReadonlySet<string> {
  const names = locales.flatMap((locale) => Object.values(allLocales[locale].person?.[list] ?? {}).flat());
  return new Set([...names.filter((name) => typeof name === 'string'), ...more].map(foldName));
}

/** Also of two with a hyphen. */
export function isFirstName(folded: string): boolean {
  if (firstNames.has(folded) || isRareFirstName(folded)) return true;
  return folded.includes('-') && folded.split('-').every((part) => firstNames.has(part) || isRareFirstName(part));
}

const shortestRare = 4;

/** Of a longer list, where many words of every day are somebody's name too. */
function isRareFirstName(folded: string): boolean {
  if (folded.length < shortestRare || getGender(folded) === 'unknown') return false;
  return !isOrdinary(folded) && !placeNames.has(folded) && !isEnglishWord(folded);
}

/** How surnames of many end that no list has, for words after another with a capital. */
const surnameEnding =
  /..(?:ski|ska|cki|cka|dzki|dzka|wicz|czyk|czak|owski|owska|enko|chuk|czuk|shvili|yan|oglu|opoulos|oulou|idis|akis|escu|eanu|ovic|evic|ova|eva|sson|sen|dottir|mann|stein|feld|bauer|meyer|maier|huber|hofer|acker|inger|etti|elli|ini|ucci|azzi|erini|ez|arria|etxea|koetxea|strom|qvist|quist|gren|lund|berg|stra|sma|huis|veld|mans|worth|thwaite|hurst|croft|shaw|bottom|combe|borough|oye|wale|unle|amurthy|swamy|sinh|sunder|walla)$/;

export function endsAsSurname(folded: string): boolean {
  return folded.length > 4 && surnameEnding.test(folded);
}
