import { type Day, dayOf, partsOf, weekdayAt } from '../day.ts';
import type { Reading } from '../reading.ts';
import {
  isMereHour,
  monthNames,
  monthOf,
  ordinalNames,
  ordinalOf,
  roughly,
  tellsHowLong,
  weekdayNames,
  weekdayOf,
} from '../words/date-words.ts';
import { monthAlone, period, weekdayAlone, weekdayOfWeek } from './named-times.ts';
import { numberOf, numberWords } from './number-words.ts';
import type { SaidTime, TimeValue } from './said-time.ts';

interface Form {
  pattern: RegExp;
  valueIn(match: RegExpExecArray): TimeValue | undefined;
}

const month = `(${monthNames})\\b\\.?`;
const weekday = `(?:(${weekdayNames})\\b\\.?,?\\s(?:the\\s|den\\s|dem\\s|der\\s|,\\s)?)?`;
const year = "(?:,?\\s?(\\d{4}|'\\d{2})(?!\\d))?";
const date = `(\\d{1,2}|(?:${ordinalNames})[nrsm]?)(?:st|nd|rd|th|\\.)?`;
const count = `(half a dozen|\\d{1,3}|${numberWords}|a few|a couple(?: of)?|several|some|einigen?|wenigen?|ein paar|mehreren?|an?|eine[mnr]?|the (?:next|coming) (?:few|couple(?: of)?)|den (?:nächsten|kommenden)(?: paar)?|next few)`;
const unit =
  '(business |working )?(days?|weeks?|months?|hours?|fortnights?|(?:Werk|Arbeits)?tage?n?|Wochen?|Monate?n?|Stunden?)';

const forms: readonly Form[] = [
  at(`(\\d{4})([-/.])(\\d{2})\\2(\\d{2})(?:T[\\d:.]+Z?)?`, ([, y, , m, d]) => full({ d, m: Number(m), y })),
  at(`${weekday}(\\d{1,2})(?:[./]|\\s?-\\s?)(\\d{1,2})[./-](\\d{4}|\\d{2})(?!\\d)`, ([, w, d, m, y]) =>
    full({ w, d, m: Number(m), y }),
  ),
  at(`${weekday}(\\d{1,2})\\.\\s?(\\d{1,2})\\.(?!\\d)`, ([, w, d, m]) => full({ w, d, m: Number(m) })),
  at(`${weekday}(?:the\\s)?${date}[\\s-]?(?:of\\s|day of\\s)?${month}[\\s-]?${year}`, ([, w, d, m, y]) =>
    full({ w, d, m: monthOf(m ?? ''), y }),
  ),
  at(
    `${weekday}${month}[\\s-](?:the\\s)?(\\d{1,2}|(?:${ordinalNames})\\b)(?:st|nd|rd|th|\\.)?(?!\\d)${year}`,
    ([, w, m, d, y]) => full({ w, d, m: monthOf(m ?? ''), y }),
  ),
  at(
    `${weekday}(\\d{1,2})(?:st|nd|rd|th|\\.)?(?=\\s(?:rather than|instead of|not|and|or|to|statt|und|oder|bis)\\s(?:the\\s|dem\\s|am\\s|on\\s)?\\d{1,2}(?:st|nd|rd|th|\\.)?\\s(?:of\\s)?(${monthNames})\\b)`,
    ([, w, d, m]) => full({ w, d, m: monthOf(m ?? '') }),
  ),
  at(`${weekday}(?<!\\d[./])(\\d{1,2})/(\\d{1,2})(?![\\d/])`, ([, w, d, m]) => full({ w, d, m: Number(m) })),
  at(`(?:(${weekdayNames})\\b,?\\s)(?:the |den |dem )?(\\d{1,2})(?:st|nd|rd|th|\\.)(?!\\d)`, ([, w, d]) =>
    full({ w, d }),
  ),
  at(`(?:the|on|by|den|dem|am|zum|vom|bis)\\s(?:the\\s)?(\\d{1,2})(?:st|nd|rd|th)(?![\\p{L}\\d])`, ([, d]) =>
    full({ d }),
  ),
  at(`(?:am|zum|vom|dem|den|bis)\\s(\\d{1,2})\\.(?!\\d|\\s?(?:${monthNames}|\\d))(?=\\s|$)`, ([, d]) => full({ d })),
  partOfDay('(?:early |late )?(?:this |in the )?morning|vormittags?|heute (?:Morgen|Vormittag)', [5, 12]),
  partOfDay('noon|midday|mittags?|heute Mittag', [11, 14]),
  partOfDay('(?:this |in the )?afternoon|nachmittags?|heute Nachmittag', [12, 18]),
  partOfDay('(?:this |in the )?evening|tonight|abends?|heute Abend', [17, 24]),
  partOfDay('midnight|mitternacht', [22, 24]),
  at('(?:heute in einer Woche|today week|a week today)(?![\\p{L}])', () => relative(7)),
  at('(?:heute in zwei Wochen|a fortnight today)(?![\\p{L}])', () => relative(14)),
  at(
    `((?:took|takes|dauerte|lagen|between)\\s(?:us\\s|it\\s)?)?${count}\\s${unit}(?:\\s(?:time\\s)?(ago|back|earlier|from (?:now|today)|(?:later|after|before|nach|nachdem|bevor|danach|davor)(?! heute)|ab heute))?(?![\\p{L}])`,
    spanOfDays,
  ),
  at('(?:day after tomorrow|übermorgen)(?![\\p{L}])', () => relative(2)),
  at('(?:day before yesterday|vorgestern)(?![\\p{L}])', () => relative(-2)),
  at('(?:tomorrow|(?<!guten\\s)(?<!\\bam\\s)morgen)(?![\\p{L}])', () => relative(1)),
  at(
    '(?:(?:the |very )*next (?:day|morning|working day)|(?:am )?nächsten (?:Tag|Morgen|Werktag)|tags darauf)(?![\\p{L}])',
    () => ({
      speaksOf: (day, today) => Math.abs(day - today) === 1,
      days: 1,
      isApart: true as const,
    }),
  ),
  at('(?:yesterday|gestern)(?![\\p{L}])', () => relative(-1)),
  at('(?:today|heutigen?|heute)(?![\\p{L}])', () => ({ ...relative(0), isOfNow: true as const })),
  at('(?:(after|nach)|(?:before|vor)) (?:the |dem )?(?:weekend|Wochenende)(?![\\p{L}])', ([, after]) => ({
    speaksOf: (day, today) =>
      (after === undefined ? [4, 5] : [1, 2, 3]).includes(weekdayAt(day)) && day >= today && day - today < 10,
  })),
  at(
    `(${weekdayNames})\\s(?:of )?(?:(last|letzter|vergangener|voriger)|(next|nächster|kommender)|this|dieser)\\s(?:week|Woche)(?![\\p{L}])`,
    weekdayOfWeek,
  ),
  at(
    '(?:(next|nächste[nrs]?|kommende[nrs]?|coming|the following)|(last|letzte[nrs]?|vergangene[nrs]?|vorige[nrs]?|past)|(this|diese[nrs]?|the))\\s(?:working )?(week(?:end)?|month|Woche(?:nende)?|Wochenende|Monats?)(?![\\p{L}])',
    period,
  ),
  at(
    '(?<!(?:lovely|nice|good|great|happy|schönes|gutes|erholsames|angenehmes) )(?:at the |by the |over the |am |zum |übers )?(?:weekend|Wochenende)(?![\\p{L}])',
    () => ({
      speaksOf: (day, today) => [0, 6].includes(weekdayAt(day)) && Math.abs(day - today) < 7,
    }),
  ),
  at(
    `(?<!(?:lovely|nice|good|great|happy|pleasant|relaxing|schönen|guten|angenehmen|restful) )(?:(next|nächste[nrms]?|kommende[nrms]?|coming|this|diese[nrms]?)\\s|(last|letzte[nrms]?|vergangene[nrms]?|vorige[nrms]?)\\s)?(${weekdayNames})(?:s|abend|morgen|nachmittag)?(?:\\s(?:week|in a week|in einer Woche|nächster Woche|next week|last week|this week|letzter Woche|der nächsten Woche))?(?![\\p{L}])`,
    ([text, next, last, name]) => weekdayAlone({ text, next, last, name }),
  ),
  at(
    `(?:(early|mid|late|the (?:beginning|middle|end) of|Anfang|Mitte|Ende)[\\s-])(${monthNames})(?![\\p{L}])${year}`,
    ([, part, m]) => monthAlone(m, part),
  ),
  at(
    `(?:in|im|of|until|till|by|before|bis|seit|since|vor|nach|after|for)\\s(${monthNames})(?![\\p{L}])${year}`,
    ([, m]) => monthAlone(m),
  ),
  at(
    '(?:shortly|soon|any day now|in (?:no|a short) time|in Kürze|kurzfristig|demnächst|umgehend|in the (?:very )?near future|any moment)(?![\\p{L}])',
    () => undefined,
  ),
];

function at(source: string, valueIn: Form['valueIn']): Form {
  return { pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})`, 'giu'), valueIn };
}

/** Said with a greeting it is no time at all. */
function partOfDay(names: string, hours: readonly [number, number]): Form {
  return at(`(?<!good |guten |schönen |einen |nice |lovely )(?:${names})(?![\\p{L}])`, () => ({
    speaksOf: (day, today) => day === today,
    hours,
  }));
}

/** The times a text names, each once; those that begin earlier in the list of forms win. */
export function* timesIn(reading: Reading): Generator<SaidTime> {
  for (const { pattern, valueIn } of forms)
    for (const match of reading.rest.matchAll(pattern)) {
      const value = valueIn(match);
      if (!value) continue;
      const span = { start: match.index, end: match.index + match[0].trimEnd().replace(/\.$/, '').length };
      reading.take(span);
      yield { ...span, ...value };
    }
}

interface Written {
  w?: string | undefined;
  d?: string | undefined;
  m?: number | undefined;
  y?: string | undefined;
}

function full({ w, d = '', m, y }: Written): TimeValue | undefined {
  const date = /^\d/.test(d) ? Number(d) : ordinalOf(d);
  const year = y === undefined ? undefined : Number(y.replace("'", '')) + (y.length < 4 ? 2000 : 0);
  if (date < 1 || date > 31 || (m !== undefined && (m < 1 || m > 12)))
    return { speaksOf: () => false, isImpossible: true };
  const weekday = w === undefined ? undefined : weekdayOf(w);
  const isIt = (day: Day) => {
    const parts = partsOf(day);
    return parts.date === date && (m === undefined || parts.month === m) && (year === undefined || parts.year === year);
  };
  if (weekday === undefined) return { speaksOf: isIt };
  const known = m !== undefined && year !== undefined ? dayOf(year, m, date) : undefined;
  const isWrong = known !== undefined && weekdayAt(known) !== weekday;
  return {
    speaksOf: (day) => isIt(day) && weekdayAt(day) === weekday,
    ...(isWrong ? { isImpossible: true as const } : {}),
  };
}

function relative(days: number): TimeValue {
  return { speaksOf: (day, today) => day - today === days };
}

const halfADozen = 6;
/** Up to so many days nobody rounds. */
const exactlyKnown = 4;
const vague = /^(?:a (?:few|couple)|the|several|some|einige|wenige|ein paar|mehrere|den|next)/i;

/** How many days a unit is, and by how many a number of them may be rounded. */
const units: readonly { name: RegExp; days: number; slack: number }[] = [
  { name: /^(?:hour|stunde)/i, days: Number.NaN, slack: 0 },
  { name: /^(?:week|woche)/i, days: 7, slack: 1 },
  { name: /^fortnight/i, days: 14, slack: 1 },
  { name: /^(?:month|monat)/i, days: 30, slack: 4 },
  { name: /^/, days: 1, slack: 0 },
];

/** Some days ago can be so; in some days is a promise that no record holds. */
function spanOfDays(match: RegExpExecArray): TimeValue | undefined {
  const [text, took, many = '', , unitName = '', direction = ''] = match;
  const ahead = match.input.slice(Math.max(0, match.index - 14), match.index);
  if (isMereHour.test(`${many} ${unitName}`) && direction === '' && !tellsHowLong.test(ahead)) return undefined;
  if (/^(?:an?|eine?[mnr]?)$/i.test(many) && direction === '' && /^(?:days?|tage?)$/i.test(unitName)) return undefined;
  const isPast = /ago|back|earlier/.test(direction) || /^vor\s/i.test(text);
  const { days = 1, slack = 0 } = units.find(({ name }) => name.test(unitName)) ?? {};
  if (vague.test(many) && !/^an? (?:hundred|thousand)/.test(many))
    return { speaksOf: (day, today) => isPast && today - day >= 2 * days && today - day <= 6 * days, isVague: true };
  const number = /^\d/.test(many) ? Number(many) : (numberOf(many) ?? halfADozen);
  const isApart =
    took !== undefined || /later|after|before|nach|bevor|davor/.test(direction) ? { isApart: true as const } : {};
  return {
    speaksOf: (day, today) =>
      Math.abs(Math.abs(day - today) - number * days) <=
      slack + (roughly.test(ahead) && number * days > exactlyKnown ? 1 : 0),
    days: number * days,
    ...isApart,
  };
}
