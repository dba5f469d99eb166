import { cardRule } from './card.ts';
import { areSaid, type Labels, labelsAround } from './labels.ts';
import { nhsRule } from './nhs-number.ts';
import type { NumberRule } from './number-rule.ts';
import { type Reading, readingsOf } from './reading.ts';
import type { Recogniser } from './recogniser.ts';
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
  isWhole: true,
  *find(text) {
    for (const reading of readingsOf(text)) {
      const rules = byLength.get(reading.compact.length);
      const found = rules && ruleOf(text, reading, rules);
      if (found) yield { type: found.type, start: reading.start, end: reading.end };
    }
  },
};

/** What words say goes before what the form alone says. */
function ruleOf(text: string, reading: Reading, rules: readonly NumberRule[]): NumberRule | undefined {
  const shaped = rules.filter(({ form }) => form.test(reading.compact));
  if (shaped.length === 0) return undefined;
  const written = text.slice(reading.start, reading.end);
  const labels = labelsAround(text, reading);
  const [, stuck] = /(\p{L}+)-$/u.exec(labels.before) ?? [];
  const isValid = (rule: NumberRule) =>
    rule.isValid(reading.compact, written) && (stuck === undefined || rule.said.test(stuck));
  return (
    shaped.find((rule) => areSaid(rule.said, labels) && isValid(rule)) ??
    shaped.find((rule) => isClear(rule, { reading, written, labels }) && isValid(rule))
  );
}

interface Seen {
  reading: Reading;
  written: string;
  labels: Labels;
}

function isClear(rule: NumberRule, { reading, written, labels }: Seen): boolean {
  return rule.isClear(reading, written) && rule.denied?.test(labels.before.slice(-nearest)) !== true;
}

/** As far back stands the noun of a number. */
const nearest = 20;
