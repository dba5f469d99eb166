import { matchesOf } from '../matches-of.ts';
import { latin } from '../views/latin.ts';
import type { Recogniser } from './recogniser.ts';

const name = "[\\p{Lu}\\d][\\p{L}\\p{M}\\d'.-]{0,30}";
const names = `${name}(?:[ -](?:(?:de|la|le|les|des|du|del|della|dei|di|den|der|van|von|zum|zur|of|the|y|i|e|l'|d'|św\\.|św)[ ]){0,3}${name}){0,4}`;
const houseAfter = '\\d{1,4}(?:[ ]?[a-hA-H](?![\\p{L}]))?(?:[ ]?[-/][ ]?\\d{1,4}[a-h]?)?';
const house = '\\d{1,5}[a-zA-Z]?(?:[ ]?[-/][ ]?\\d{1,4}[a-z]?)?';
const start = '(?<![\\p{L}\\p{N}])';
const end = '(?![\\p{L}\\p{N}])';
const inside =
  '(?:(?:The \\p{Lu}[\\p{L}-]{2,20}|\\p{Lu}[\\p{L}-]{2,20} (?:House|Cottage|Lodge|Farm|Barn|Villa|Mill)), ){0,1}(?:(?:[Ff]lat|[Aa]pt\\.?|[Aa]partment|[Uu]nit|[Ss]uite|[Rr]oom|[Ff]loor|[Ss]tudio) ?#?[\\dA-Z/-]{1,5},? ){0,1}';
const english =
  'Street|St|Road|Rd|Lane|Ln|Avenue|Ave|Close|Cl|Drive|Dr|Way|Court|Ct|Crescent|Cres|Place|Pl|Square|Sq|Terrace|Gardens|Gdns|Grove|Hill|Park|Row|Walk|Mews|Green|Rise|View|Quay|Boulevard|Blvd|Parkway|Pkwy|Highway|Hwy|Circle|Cir|Trail|Yard|Vale|Mount|Gate|Wharf|Parade|Embankment|Bank|Heights|Fields|Meadow|Meadows|Croft|Broadway|Turnpike|Loop|Pike|Alley|Causeway|Wynd|Brae|Esplanade|Strand|Approach|Chase|Dale|End|Ridge|Orchard|Villas|Estate|Paddocks?|Works|Buildings|Cottages|Maltings|Arcade|Precinct|Common|Spinney|Copse|Leys|Garth|Glebe|Holt|Dene|Coppice|Warren|Bridge|Mills?|House|Farm|Lodge|Towers?|Point|Side|Fold|Bottom|Ropewalk|Plaza|Expressway|Pass|Run|Crossing|Landing|Hollow|Creek Dr|Bypass';

const isOwnWord = /allee|alle[ay]|[Cc]alle|[Vv]iale|[Uu]lic|straat|[Rr]ue/;
const ways = [
  `${inside}${house},? (?:(?:North|South|East|West|N|S|E|W|NE|NW|SE|SW)\\.? )?(?:${name} ){1,4}(?:${english})${end}(?: (?:North|South|East|West|N|S|E|W)${end})?(?:[ ,]{1,2}(?:[Aa]pt|[Aa]partment|[Ss]uite|[Uu]nit|[Ff]lat|#)\\.? ?[\\dA-Z]{1,5}${end})?`,
  `${house} (?:The |High |Broad)${name}${end}`,
  `\\p{Lu}[\\p{L}\\p{M}-]{1,40}(?:[ -]\\p{Lu}[\\p{L}\\p{M}-]{1,30}){0,3}(?:[ -]?(?:[Ss]tra(?:ß|ss)e|[Ss]tr\\.)|[ -](?:Weg|Platz|Allee|Gasse|Ring|Damm|Ufer|Chaussee|Markt))[ ]${houseAfter}${end}`,
  `(?:Stra(?:ß|ss)e|Platz|Allee) (?:des|der|am|vom|zum|zur|von) (?:\\d{1,2}\\. )?\\p{Lu}[\\p{L}\\p{M}-]{1,30}(?: \\p{Lu}[\\p{L}\\p{M}-]{1,30}){0,2} ${houseAfter}${end}`,
  `\\p{Lu}[\\p{L}\\p{M}]{2,40}(?:stra(?:ß|ss)e|str\\.|weg|platz|allee|gasse|ring|damm|ufer|chaussee|markt|steig|graben|brücke|berg|hof|stieg|pfad|straat|laan|plein|gracht|kade|dijk|singel|steeg|dreef|pad|park|baan)[ ]${houseAfter}${end}`,
  `(?:Hinterm|Unterm|Überm|Vorm|Vor dem|Vor der|Hinter den|Auf den|Neben der|Bei der|Bei den|Op de|Op den|Achter|Obere[rs]?|Untere[rs]?|Vordere[rs]?|Hintere[rs]?|Am|An der|An den|Auf der|Auf dem|Im|In der|In den|Zum|Zur|Unter den|Hinter der|Hinter dem|Beim|Alte[rs]?|Neue[rs]?|Lange|Kleine|Große) \\p{Lu}[\\p{L}\\p{M}-]{2,30}(?: \\p{Lu}[\\p{L}\\p{M}-]{2,30})? ${houseAfter}${end}`,
  `(?:${name} ){0,3}(?:Straat|Laan|Plein|Gracht|Kade|Dijk|Singel|Weg|Hof|Markt) ${houseAfter}${end}`,
  `${house}(?: ?(?:bis|ter|quater)\\b)?,? (?:[Rr]ue|[Aa]venue|[Aa]v\\.|[Bb]oulevard|[Bb]d\\.?|[Pp]lace|[Cc]hemin|[Ii]mpasse|[Aa]llée|[Qq]uai|[Cc]ours|[Rr]oute|[Ss]quare|[Pp]assage|[Ss]entier|[Ff]aubourg)[ ](?:(?:de la|de l'|de|du|des|d'|la|le|les|l')[ ]?){0,2}${names}${end}`,
  `(?:[Cc]alle|[Cc]/[ ]?|[Aa]venida|[Aa]vda?\\.?|[Pp]laza|[Pp]za\\.?|[Pp]aseo|[Cc]amino|[Rr]onda|[Tt]ravesía|[Cc]arrer|Gran [Vv]ía)[ ]?(?:(?:de la|de las|de los|del|de)[ ]){0,1}${names},? ?(?:n\\.?[ºo]|núm\\.?)? ?${house}${end}(?:,? \\d{1,2}[.]?[ºª°oa](?: ?[A-Z]{1,3}${end})?)?`,
  `(?:[Vv]ia|[Vv]iale|[Vv]\\.le|[Pp]iazza|[Pp]\\.za|[Cc]orso|[Cc]\\.so|[Ll]argo|[Vv]icolo|[Ss]trada|[Ll]ungomare|[Pp]iazzale)[ ](?:(?:della|dei|delle|degli|del|di|dell'|d')[ ]?){0,1}${names},? ?(?:n\\.?)? ?${house}${end}`,
  `(?:[Uu]l\\.|[Uu]lic[ay]|[Aa]l\\.|[Aa]lej[ae]|[Pp]l\\.|[Pp]lac|[Oo]s\\.|[Oo]siedle)[ ]?${names} ${houseAfter}(?: ?m\\.? ?\\d{1,4})?${end}`,
  `(?:The (?:Old )?\\p{Lu}[\\p{L}-]{2,20}|\\p{Lu}[\\p{L}-]{2,20} (?:House|Cottage|Lodge|Farm|Barn|Villa|Mill|Hall|Manor)), (?:${name} ){1,3}(?:${english})${end}`,
  `(?:[Ff]lat|[Uu]nit|[Aa]partment|[Aa]pt\\.?|[Ss]uite|[Ss]tudio|[Pp]lot|[Bb]lock|[Cc]halet|[Cc]aravan|[Pp]itch|[Bb]erth|[Oo]ffice|[Ww]ohnung|[Aa]ppartement|[Aa]ppt\\.?|[Bb]âtiment|[Pp]iso|[Pp]ortal) ?#?(?:\\d{1,4}[A-Za-z]?|[A-Z])(?:,| at| in)? (?:\\d{1,4}[a-z]? )?${name}(?: ${name}){0,4}${end}`,
  `(?:[Bb]gm\\.|[Dd]r\\.|[Pp]rof\\.|[Ss]t\\.|[Ss]ankt)?-?(?:\\p{Lu}[\\p{L}\\p{M}]{1,30}-){1,4}(?:[Ss]tra(?:ß|ss)e|[Ss]tr\\.|[Ww]eg|[Pp]latz|[Aa]llee|[Rr]ing|[Dd]amm|[Uu]fer|[Ss]traat|[Ll]aan|[Pp]lein)[ ]${houseAfter}${end}`,
  `(?:\\p{Lu}\\p{Ll}[\\p{L}\\p{M}'-]{1,30} ){1,3}\\d{1,3}[a-z]?(?:-(?:[IVX]{1,4}|[A-Z]|\\d{1,3}))?(?=,[ ]{1,2}(?:[A-Z]{1,2}-)?\\d{4,5} (?:[A-Z]{2} )?\\p{Lu})`,
  `\\p{Lu}[\\p{L}\\p{M}]{2,40}(?:straat|laan|plein|gracht|kade|dijk|singel) \\d{1,4}(?:-(?:[IVX]{1,4}|\\d{1,3}|hs))?${end}`,
  `(?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Pp]lace|[Cc]hemin|[Ii]mpasse|[Aa]llée|[Qq]uai|[Rr]oute)[ ](?:(?:de la|de l'|de|du|des|d'|la|le|les|l')[ ]?){0,2}${names},? ?${house}${end}`,
  `P\\.?O\\.? ?Box \\d{1,6}${end}`,
];
/** Where a line of the letter ends, a street may go on. */
const street = latin(new RegExp(`${start}(?:${ways.join('|')})`.replaceAll(' ', '\\s'), 'gu'));
/** Those that say by a word of their own that they are a street, also in small letters. */
const withOwnWord = latin(
  new RegExp(`${start}(?:${ways.filter((way) => isOwnWord.test(way)).join('|')})`.replaceAll(' ', '\\s'), 'gu'),
);

/** Streets with their number, in the ways of the countries around: by the word for street, whatever its name is. */
export const streetAddress: Recogniser = {
  name: 'street-address',
  weight: 4,
  *find(text) {
    for (const { start, line, pattern } of linesOfOneCase(text)) {
      for (const { index, 0: written } of matchesOf(line, pattern)) {
        const end = start + index + written.length;
        yield { type: 'street-address', start: start + index, end: end + doorAt(text, end) };
      }
    }
    for (const { index, 0: written } of matchesOf(text, street)) {
      const end = index + written.length;
      yield { type: 'street-address', start: index, end: end + doorAt(text, end) };
    }
    for (const { indices } of matchesOf(text, said)) {
      const [start, behind] = indices?.[1] ?? [0, 0];
      const place = text.slice(start, behind).trimEnd();
      if (isPlace.test(place)) yield { type: 'street-address', start, end: start + place.length };
    }
    for (const { index, 0: written } of matchesOf(text, small)) {
      const end = index + written.length;
      yield { type: 'street-address', start: index, end: end + doorAt(text, end) };
    }
  },
};

/** Lines in capitals alone, or in none, with a capital at the head of each word. */
function* linesOfOneCase(text: string): Generator<{ start: number; line: string; pattern: RegExp }> {
  let start = 0;
  for (const line of text.split('\n')) {
    const pattern = /\d/.test(line) ? patternFor(line) : undefined;
    if (pattern) yield { start, line: line.toLowerCase().replace(head, (letter) => letter.toUpperCase()), pattern };
    start += line.length + 1;
  }
}

const head = latin(/(?<![\p{L}'])[a-zà-öø-ÿ]/gu);
const hasSmall = latin(/\p{Ll}{2}/u);
const hasCapital = latin(/\p{Lu}/u);

function patternFor(line: string): RegExp | undefined {
  if (!hasSmall.test(line)) return hasCapital.test(line) ? street : undefined;
  return hasCapital.test(line) ? undefined : withOwnWord;
}

function doorAt(text: string, end: number): number {
  const storey = /\d[oº°ª]$/.test(text.slice(end - 2, end))
    ? (onStorey.exec(text.slice(end, end + 3))?.[0].length ?? 0)
    : 0;
  return storey + (within.exec(text.slice(end + storey, end + longestDoor))?.[0].length ?? 0);
}

/** Where somebody says that it is an address: numbers and words with capitals, as far as they go. */
const said = latin(
  /(?<![\p{L}])(?:(?:home |postal |billing |delivery |shipping |new |old |my |her |his |our )?[Aa]ddress(?: is| was)?|[Aa]dresse|[Aa]nschrift|[Ii]ndirizzo|[Dd]irecci[óo]n|[Dd]omicilio(?: en)?|[Aa]dres|[Hh]ome|[Ww]here|[Ww]ohnt(?: in)?|[Ww]ohnhaft(?: in)?|[Ww]ohne(?: in)?|[Ll]iv(?:e|es|ed|ing)(?: alone)? (?:at|in)|[Rr]esid(?:es?|ing|ent) (?:at|in)|[Mm]oved to|[Dd]eliver(?:y|ed)?(?: to)?|[Dd]rop(?: it)?(?: at| to)|[Ss]hip(?:ped)? to|[Ss]end (?:it |this )?to|[Ll]eave (?:it )?at|[Cc]ollect from|[Hh]abite(?: au)?|[Dd]emeurant|[Vv]ivo en|[Aa]bito in|[Rr]esidente in|[Ww]oont?(?: op| aan| in)?|[Bb]ezorgen|[Mm]ieszkam|[Zz]amieszkał[ay]|[Ee]nviadlo a|[Ll]ieferung an|[Zz]ustellung an)[ .:=–-]{1,12}["']?((?:(?:\p{Lu}[\p{L}\p{M}'’.-]{0,30}|\d{1,5}[\p{L}]?(?:[-/]\d{0,4}[A-Z]{0,3})?|of|the|de|la|le|les|des|du|del|della|dei|di|den|der|am|an|im|van|von|bis|º|o|izda|dcha)(?:,? (?=[\p{L}\d])|,? ?(?=$)|(?=[^\p{L}\d]|$))){2,9})/dgu,
);
const isPlace = latin(
  /^(?!\d{1,2}\.? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|M[äa]i|M[äa]rz|Okt|Dez)).*(?:\d|(?:\p{Lu}\p{Ll}+[ ,]+){2}\p{Lu})/u,
);

/** Where in the house: "3º B", "bajo izda.", "2. OG links", "2nd floor". */
const within = latin(
  /^(?:,? ?(?:\d{1,2} ?(?:st|nd|rd|th|er|e|è|eme|ème|o|a|[.ºª°])?[ ]?(?:floor|étage|piso|planta|piano|verdieping|OG|EG|DG|Stock|Etage|p\.)?(?=[ ,]{1,2}(?:[A-Z]{1,2}|[a-h])(?!\p{L}))[ ,]{1,2}(?:[A-Z]{1,2}|[a-h])|\d{1,2} ?(?:st|nd|rd|th|er|e|ème|[.ºª°])? ?(?:floor|étage|piso|planta|piano|verdieping|OG|DG|Stock|Etage)|\d{1,2}[.]?[oaºª°](?!\p{L})|bajos?|entlo|ático|EG|ground floor|first floor|second floor|top floor)(?:[ ,]{1,2}(?:izqda|izda|izq|dcha|der|links|rechts|mitte|int|esc)\.?)?(?:[ ,]{1,2}[A-Z](?![\p{L}\p{N}]))?(?!\p{L})){1,2}/u,
);
const longestDoor = 32;
/** "3º B" */
const onStorey = latin(/^ [A-Za-z](?!\p{L})/u);

/** As people write it who write no capitals. */
const small = latin(
  /(?<![\p{L}\p{N}.,/-])(?:(?:flat|unit|apartment|apt|studio|suite) ?\d{1,4}[a-z]?,? (?:\d{1,4}[a-z]? )?(?:[a-z']{3,20} ){0,2}(?:court|house|street|road|lane|avenue|close|drive|yard|estate|works|mill|way|place|buildings)|\d{1,4}[a-z]? (?:[\p{L}'.-]{2,20} ){1,2}(?:street|st|road|rd|lane|ln|avenue|ave|close|crescent|terrace|gardens|grove|mews|drive|paddocks|hill|row|yard)|[a-zäöü]{3,30}(?:stra(?:ß|ss)e|str\.|weg|gasse|allee|platz|straat|laan|gracht) \d{1,4}[a-z]?|\d{1,4}(?: ?bis)?,? (?:rue|avenue|boulevard|chemin|impasse|allée|place|quai|route) (?:(?:de|du|des|la|le|les|l'|d') ?){0,2}[\p{Ll}'-]{3,20}(?: [\p{Ll}'-]{3,20})?|(?:calle|avenida|avda\.?|plaza|pza\.?|paseo|camino|via|viale|corso|piazza|ulica|ul\.|c\/) ?(?:[\p{Ll}'-]{2,20},? ){1,4}(?:n\.?[ºo] ?)?\d{1,4})(?![\p{L}\p{N}])/gu,
);
