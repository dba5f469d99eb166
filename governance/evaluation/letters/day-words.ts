const months = [
  'january february march april may june july august september october november december',
  'januar februar märz april mai juni juli august september oktober november dezember',
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  'januari februari maart april mei juni juli augustus september oktober november december',
  'jan feb mar apr may jun jul aug sep oct nov dec',
];

const weekdays = [
  'monday tuesday wednesday thursday friday saturday sunday',
  'montag dienstag mittwoch donnerstag freitag samstag sonntag',
  'montag dienstag mittwoch donnerstag freitag sonnabend sonntag',
  'lundi mardi mercredi jeudi vendredi samedi dimanche',
  'maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
];

/** From 1. */
export const monthNumbers = numbered(months, 1);
/** From 0, which is Monday. */
export const weekdayNumbers = numbered(weekdays, 0);

function numbered(lists: readonly string[], first: number): ReadonlyMap<string, number> {
  return new Map(lists.flatMap((list) => list.split(' ').map((word, index) => [word, index + first] as const)));
}
