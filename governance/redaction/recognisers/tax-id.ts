import type { NumberRule } from './number-rule.ts';
import { type PersonNumber, personNumbers } from './person-numbers.ts';

/** In any language, where somebody gives out a number of a person. */
const aTaxNumber =
  /tax(?!i)(?:payer)?[ -]?(?:id|no|num|ref|code)|\btax\b|\btin\b|\bnin\b|steuer(?!betrag)|id[- ]?nr|fiscal|fiskal|fiscale|belasting|podat|national (?:id|identity|number)|personal (?:id|identity|code|number)|social security|sozialversicherung|sécurité sociale|\bsécu\b|n° ?ss\b/i;
const notPersonal =
  /(?:order|invoice|rechnung|facture|factura|fattura|tracking|sendung|parcel|serial|contract|zamówieni|pedido|ordine|bestelling|article|artikel)[^\p{L}]{0,3}(?:no|nr|number|n°|nummer|id)?[^\p{L}\d]{0,4}$/iu;

/** Numbers by which tax offices and registers know people, by the check digits of their country. */
export const taxRules: readonly NumberRule[] = personNumbers.map(toRule);

function toRule({ lengths, form, checks, clear, said }: PersonNumber): NumberRule {
  return {
    type: 'tax-id',
    lengths,
    form,
    isValid: (compact, written) => checks.some((isValid) => isValid(compact) || isValid(written.toUpperCase())),
    isClear: ({ isAlone }, written) => isAlone && clear?.test(written) === true,
    said: said ? [new RegExp(said, 'iu'), aTaxNumber] : [aTaxNumber],
    denied: notPersonal,
  };
}
