const months: readonly (readonly string[])[] = [
  ['january', 'jan', 'januar', 'jänner'],
  ['february', 'feb', 'februar'],
  ['march', 'mar', 'märz', 'mär', 'maerz'],
  ['april', 'apr'],
  ['may', 'mai'],
  ['june', 'jun', 'juni'],
  ['july', 'jul', 'juli'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['october', 'oct', 'oktober', 'okt'],
  ['november', 'nov'],
  ['december', 'dec', 'dezember', 'dez'],
];
/** From Sunday, as JavaScript counts. */
const weekdays: readonly (readonly string[])[] = [
  ['sunday', 'sun', 'sonntag'],
  ['monday', 'mon', 'montag'],
  ['tuesday', 'tues', 'tue', 'dienstag'],
  ['wednesday', 'wed', 'mittwoch'],
  ['thursday', 'thurs', 'thur', 'thu', 'donnerstag'],
  ['friday', 'fri', 'freitag'],
  ['saturday', 'sat', 'samstag', 'sonnabend'],
];

/** Written-out days of the month, from the first. */
const ordinals: readonly (readonly string[])[] = [
  ['first', 'erste'],
  ['second', 'zweite'],
  ['third', 'dritte'],
  ['fourth', 'vierte'],
  ['fifth', 'fünfte'],
  ['sixth', 'sechste'],
  ['seventh', 'siebte', 'siebente'],
  ['eighth', 'achte'],
  ['ninth', 'neunte'],
  ['tenth', 'zehnte'],
  ['eleventh', 'elfte'],
  ['twelfth', 'zwölfte'],
  ['thirteenth', 'dreizehnte'],
  ['fourteenth', 'vierzehnte'],
  ['fifteenth', 'fünfzehnte'],
  ['sixteenth', 'sechzehnte'],
  ['seventeenth', 'siebzehnte'],
  ['eighteenth', 'achtzehnte'],
  ['nineteenth', 'neunzehnte'],
  ['twentieth', 'zwanzigste'],
  ['twenty-first', 'einundzwanzigste'],
  ['twenty-second', 'zweiundzwanzigste'],
  ['twenty-third', 'dreiundzwanzigste'],
  ['twenty-fourth', 'vierundzwanzigste'],
  ['twenty-fifth', 'fünfundzwanzigste'],
  ['twenty-sixth', 'sechsundzwanzigste'],
  ['twenty-seventh', 'siebenundzwanzigste'],
  ['twenty-eighth', 'achtundzwanzigste'],
  ['twenty-ninth', 'neunundzwanzigste'],
  ['thirtieth', 'dreißigste', 'dreissigste'],
  ['thirty-first', 'einunddreißigste', 'einunddreissigste'],
];

export const monthNames = alternatives(months);
export const weekdayNames = alternatives(weekdays);
export const ordinalNames = alternatives(ordinals);

export function monthOf(name: string): number {
  return placeOf(months, name.replace(/\.$/, '')) + 1;
}

/** From Sunday, which is 0. */
export function weekdayOf(name: string): number {
  return placeOf(weekdays, name.replace(/\.$/, ''));
}

export function ordinalOf(name: string): number {
  return (
    placeOf(
      ordinals,
      name
        .toLowerCase()
        .replace(/ /g, '-')
        .replace(/(?<=te)[nrsm]$/, ''),
    ) + 1
  );
}

function placeOf(lists: readonly (readonly string[])[], name: string): number {
  return lists.findIndex((list) => list.includes(name.toLowerCase()));
}

function alternatives(lists: readonly (readonly string[])[]): string {
  return lists
    .flat()
    .toSorted((left, right) => right.length - left.length)
    .join('|');
}

/** I cannot give you an hour. */
export const isMereHour = /^(?:an|eine) (?:hour|stunde)$/i;
export const tellsHowLong = /(?<!\p{L})(?:in|within|for|about|after|binnen|innerhalb|nach|um|jede)\s$/iu;
/** About ten days ago. */
export const roughly =
  /(?<!\p{L})(?:about|roughly|around|some|etwa|ungefähr|circa|ca\.|rund|gut|knapp|nearly|almost|over)\s$/iu;
