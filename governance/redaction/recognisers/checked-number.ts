import { latin } from '../views/latin.ts';
import { cardRule } from './card.ts';
import { areSaid, isSaidOfThing, type Labels, labelsAround } from './labels.ts';
import { nhsRule } from './nhs-number.ts';
import type { NumberRule } from './number-rule.ts';
import { type Reading, readingsOf } from './reading.ts';
import type { Found, Recogniser } from './recogniser.ts';
import { taxRules } from './tax-id.ts';
import { plainVatRules } from './vat-number.ts';

const byLength = new Map<number, NumberRule[]>();
for (const rule of [cardRule, nhsRule, ...plainVatRules, ...taxRules]) {
  for (const length of rule.lengths) byLength.set(length, [...(byLength.get(length) ?? []), rule]);
}

/** Cards, NHS, tax and VAT numbers: all that check digits make sure of, in one walk over the groups of digits. */
export const checkedNumber: Recogniser = {
  name: 'checked-number',
  weight: 8,
  *find(text) {
    const unsaid: Seen[] = [];
    const said = new Set<NumberRule>();
    for (const reading of readingsOf(text)) {
      const seen = see(text, reading);
      const rule = seen && ruleOf(seen);
      if (rule) {
        said.add(rule);
        yield { type: rule.type, start: reading.start, end: reading.end };
      } else if (seen && reading.isAlone) unsaid.push(seen);
    }
    yield* alsoSaid(unsaid, said);
  },
};

/** A reading that has the form of some kinds, and what is said of it. */
interface Seen {
  reading: Reading;
  written: string;
  labels: Labels;
  rules: readonly NumberRule[];
}

function see(text: string, reading: Reading): Seen | undefined {
  const rules = byLength.get(reading.compact.length)?.filter(({ form }) => form.test(reading.compact)) ?? [];
  const written = text.slice(reading.start, reading.end);
  if (rules.length === 0 || aDay.test(written)) return undefined;
  return { reading, rules, written, labels: labelsAround(text, reading) };
}

/** "10.08.2026 14:08" */
const aDay = /^\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d[ T]/;

/** What words say goes before what the form alone says. */
function ruleOf(seen: Seen): NumberRule | undefined {
  const { reading, written, labels, rules } = seen;
  return (
    rules.find((rule) => rule.said.some((words) => areSaid(words, labels)) && isValid(rule, seen)) ??
    rules.find((rule) => rule.isClear(reading, written) && !isDenied(rule, seen) && isValid(rule, seen))
  );
}

/** "My tax number is ..., that of my wife ...": what is said of one number counts for others that are written alike. */
function* alsoSaid(unsaid: readonly Seen[], said: ReadonlySet<NumberRule>): Generator<Found> {
  const types = new Set(Array.from(said, ({ type }) => type));
  for (const seen of unsaid) {
    const { reading, labels, rules } = seen;
    const isLong = reading.compact.length >= seldomByChance;
    const alike = rules.filter((one) => (said.has(one) && hasNoNoun(labels)) || (isLong && types.has(one.type)));
    const rule = alike.find((one) => !saysOther.test(labels.before) && !isDenied(one, seen) && isValid(one, seen));
    if (rule) yield { type: rule.type, start: reading.start, end: reading.end };
  }
}

/** Whether it stands in a list or in a sentence about people, and behind no noun of its own. */
function hasNoNoun({ before }: Labels): boolean {
  return /(?:^|[\n,;|/&(–-]|\b(?:and|und|et|y|e|en|i|or|is|are|ist|est|es|è|jest|s)[ :]{1,2}|["'])[ ]{0,3}(?:\d{1,3}[.)] ?)?$/u.test(
    before,
  );
}

/** Chance makes few numbers as long as this with check digits that fit. */
const seldomByChance = 13;
const saysOther =
  /pass(?:e?port|aporte|aporto|poort|zport)|ausweis|\border|invoice|rechnung|facture|tracking|sendung|serial|phone|\btel\b/i;

const stuckWord = latin(/(\p{L}{1,40})-$/u);

function isValid(rule: NumberRule, { reading, written, labels }: Seen): boolean {
  const [, stuck] = labels.before.endsWith('-') ? (stuckWord.exec(labels.before) ?? []) : [];
  if (isSaidOfThing(labels) && reading.compact.length < longestOfThings) return false;
  return (
    (stuck === undefined || rule.said.some((words) => words.test(stuck))) && rule.isValid(reading.compact, written)
  );
}

/** As long is hardly anything but what its check digits say. */
const longestOfThings = 15;

function isDenied(rule: NumberRule, { labels }: Seen): boolean {
  return rule.denied?.test(labels.before.slice(-nearest)) === true;
}

/** As far back stands the noun of a number. */
const nearest = 20;
