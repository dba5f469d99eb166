import type { Clause } from '../reading.ts';
import { monthNames, weekdayNames } from './date-words.ts';

export type Role = 'placedAt' | 'shippedAt' | 'expectedAt' | 'deliveredAt';

/** What happens at the times of an order. */
export const roles: Readonly<Record<Role, string>> = {
  placedAt: 'the order was placed',
  shippedAt: 'it was shipped',
  expectedAt: 'it is expected',
  deliveredAt: 'it was delivered',
};

/** Words that say what a day is the day of, from the strongest; the nearest of a sentence counts. */
const cues: readonly { role: Role; pattern: RegExp }[] = [
  {
    role: 'expectedAt',
    pattern:
      /\b(?:(?<!than |als )expect\p{L}*|hope to|estimat\p{L}*|due\b|should\b|eta\b|scheduled|(?<!than )planned|anticipat\p{L}*|(?:will|to|'ll|can|may|might|could)\s(?:[\p{L}]+\s){0,3}(?:arrive|reach|be (?:with you|delivered|there)|come|get (?:there|to you)|receive)|be with you|be delivered|arriv(?:es?|ing|al)\b|reach(?:es)? you\b|delivery (?:window|slot|is)|new date|voraussichtlich\p{L}*|(?<!als )erwart\p{L}*|rechnen|soll(?:te|ten|en)?\b|wird\b|werden\b|dürfte\p{L}*|ankommen|eintreffen|ankunft\p{L}*|eintrifft|ankommt|liefertermin\p{L}*|lieferung (?:ist|erfolgt(?!e))|bei ihnen (?:sein|ankommen|eintreffen)|(?<!als )geplant\p{L}*|vorgesehen|zustellung ist|trifft|kommt|kommen\b|(?:neue[rns]?|jetzige[rns]?|aktuelle[rns]?)? ?termin\p{L}*|look out for|at the latest|spätestens|(?:ist|sind) (?:es|sie|er|das \p{L}+) bei|have it by|is the expected|as the expected|set for|down for|on for)/giu,
  },
  {
    role: 'deliveredAt',
    pattern:
      /\b(?:(?<!be )delivered\b|arrived\b(?! (?:here|with us))|reached you|was handed over to you|received it|signed for|(?:got|made it) (?:to|there)|brought|landed|zugestellt(?! werden)|geliefert(?! werden)|ausgeliefert(?! werden)|angekommen|eingetroffen|(?:zustellung|lieferung) (?:erfolgte|wurde|war)|übergeben(?= worden)|abgegeben|handed to you|(?:report|record)\p{L}* (?:the |it as |a )?deliver\p{L}*|came\b(?! in)|reached (?:you|your)|kam\b|zustellung (?:für|am)|gemeldet|lieferdatum|delivery (?:date|day)|delivery (?:took place|was (?:made|completed)))/giu,
  },
  {
    role: 'shippedAt',
    pattern:
      /\b(?:shipp(?:ed|ing)\b|dispatch\p{L}*|despatch\p{L}*|left\b|sent (?:out|off|on|it)\b|sent\b|went out|gone out|(?:has|have|is|are) gone|got going|set off|out of our door|posted\b|handed (?:it |them |your \p{L}+ )?(?:over )?to|picked up by|collected by|versandt\p{L}*|versendet\p{L}*|verschickt\p{L}*|abgeschickt|losgeschickt|verlassen|verließ|übergeben|rausgegangen|raus\b|herausgegangen|versand(?:datum|tag)?|auf den weg gebracht|auf die reise|abgeholt|(?<!your order )since|(?<!bestellung )seit|took over|taken over|took it|übernommen|übernahm|collected|aufgegeben haben wir|haben wir (?:[\p{L}]+ ){0,4}aufgegeben|hat (?:es|sie|ihn) seit|has had|picked (?:it|them) up|accepted by|handed over to (?!you)|ging raus|went off|with the carrier)/giu,
  },
  {
    role: 'placedAt',
    pattern:
      /\b(?:placed|(?:you |you've |have |was |been )order(?:ed)\b|ordered\b|order(?: (?:no\.? )?[a-z]{1,4}-?\d+)? (?:of|from|dated)|order date|purchase[d]?|we received your order|order was received|came in\b|arrived (?:here|with us)|(?:had|have) (?:your|the) (?:order|it) since|received (?:yesterday|today|on)\b|order reached us|bestellt\p{L}*|bestellung(?: (?:nr\.? )?[a-z]{1,4}-?\d+)? vom|bestelldatum|aufgegeben|(?<!(?:verschickt|versandt|versendet|geliefert|zugestellt|abgeschickt|storniert|erwartet) (?:wurde|haben wir|ist|wird) (?:die|Ihre) )bestellung (?:ist )?(?:am|vom)|eingegangen)/giu,
  },
];

/** Tomorrow, 25/9, is the expected day. */
const expectedBehind =
  /^[\s,)(]*(?:[\d./]+[\s,)(]*)?(?:is|are|ist|sind) (?:the |der |das )?(?:expected|estimated|planned|voraussichtliche|geplante|erwartete)/iu;

interface Cue {
  role: Role;
  distance: number;
}

/** What a day is said to be the day of, by the words nearest to it. */
export function roleAt(sentence: Clause, time: { start: number; end: number }): Role | undefined {
  const start = time.start - sentence.start;
  const end = time.end - sentence.start;
  if (expectedBehind.test(sentence.text.slice(end))) return 'expectedAt';
  const phrase = phraseOf(sentence.text, { start, end });
  const found = cues.flatMap(({ role, pattern }) =>
    [...sentence.text.matchAll(pattern)]
      .filter(({ index, 0: { length } }) => index + length > phrase)
      .map(
        (match): Cue => ({
          role,
          distance: distanceOf(sentence.text, { from: match.index, to: match.index + match[0].length }, { start, end }),
        }),
      ),
  );
  const [nearest] = found
    .filter(({ distance }) => Number.isFinite(distance))
    .toSorted((left, right) => left.distance - right.distance);
  return nearest?.role;
}

const border = /[,;()|]|\/\/|:\s|\s(?:and|und|but|aber|-)\s/gi;
/** What may stand between a day and the border of its phrase without saying anything of it. */
const emptyWords =
  /^(?:on|at|by|the|of|to|am|den|dem|der|das|um|bis|zum|vom|for|für|from|since|in|it|is|are|was|ist|so|also|that|which|now|uhr|only|just|noch|nur|ab|until|around|about|gegen|a|and|und|already|therefore|hence|still|auf|in|yet|this|dies|und|zwar|namely|nämlich)$/i;

const dayNames = new RegExp(`^(?:${monthNames}|${weekdayNames})$`, 'iu');
/** 12 May it was: the words of a day may follow it. */
const goesOn = /^\s(?:it (?:was|is)|had|has been|is what|is when|was when|war es|ist es)(?!\p{L})/u;
/** How far back a word may stand that a day without words of its own goes by. */
const near = 40;

/** Where the phrase of a day begins that has words of its own; without any, it goes on with what stands shortly before. */
function phraseOf(text: string, { start, end }: { start: number; end: number }): number {
  const from = [...text.slice(0, start).matchAll(border)].map(({ index, 0: sign }) => index + sign.length).at(-1) ?? 0;
  const own = text.slice(from, start).match(/\p{L}+/gu) ?? [];
  return own.some((word) => !emptyWords.test(word) && !dayNames.test(word)) || goesOn.test(text.slice(end))
    ? from
    : Math.max(0, from - near);
}

/** Words before a day say more of it than words behind; a border between them takes more off. */
function distanceOf(
  text: string,
  cue: { from: number; to: number },
  { start, end }: { start: number; end: number },
): number {
  const isBefore = cue.to <= start;
  const between = isBefore ? text.slice(cue.to, start) : text.slice(end, cue.from);
  if (!isBefore && isAside(text, start, between)) return between.length;
  const borders = [...between.matchAll(border)].length;
  if (!isBefore && borders > 0) return Number.POSITIVE_INFINITY;
  return between.length + borders * 40 + (isBefore ? 0 : 12);
}

/** What a text speaks of that has a day. */
export function rolesIn(text: string): Role[] {
  return cues.filter(({ pattern }) => text.search(pattern) !== -1).map(({ role }) => role);
}

/** Between two commas a day belongs to what goes on behind it. */
function isAside(text: string, start: number, between: string): boolean {
  return between.startsWith(',') && /,\s(?:(?:on|am|that is|also)\s)?(?:den\s)?$/iu.test(text.slice(0, start));
}
