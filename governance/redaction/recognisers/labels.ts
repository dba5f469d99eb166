import { latin } from '../views/latin.ts';
import { leadInOf } from './lead-in.ts';

const wordsBefore = 64;
const wordsAfter = 28;
/** What another number has said of it says nothing of the next. */
const numberBefore = /^.*\d[\d .\-/]{3,}\d(?!\d)/su;

export interface Labels {
  before: string;
  after: string;
  /** What stands above the list that the place is in. */
  above: string;
  said: Map<RegExp, boolean>;
}

/** The words around a place by which people say what stands there; names of JSON fields are cut into words. */
export function labelsAround(text: string, { start, end }: { start: number; end: number }): Labels {
  const from = Math.max(0, start - wordsBefore);
  const before = text.slice(from, start).replace(numberBefore, '');
  const [after = ''] = text
    .slice(end, end + wordsAfter)
    .split(/[\d\n:=;|]|,(?! (?:that|which|das|ce|è|es|dat|to) )|[.!?] /u, 1);
  const words = from === 0 ? before : before.replace(/^[\p{L}\p{N}]+/u, '');
  let above: string | undefined;
  return {
    before: spread(words),
    after: spread(after),
    said: new Map(),
    get above() {
      above ??= spread(leadInOf(text, start));
      return above;
    },
  };
}

/** Many kinds of numbers are called alike: what was asked of these labels before is not asked again. */
export function areSaid(words: RegExp, labels: Labels): boolean {
  const known = labels.said.get(words);
  if (known !== undefined) return known;
  const isSaid = words.test(labels.before) || words.test(labels.after) || words.test(labels.above);
  labels.said.set(words, isSaid);
  return isSaid;
}

/** Right before a number: what it is, where that is nothing of a person or an account. */
const ofAThing = latin(
  /(?<![\p{L}])(?:lots?|lotto|lote|batch(?:es)?|charge|job|ticket|case|article|artikel|art|artículo|articolo|réf|ref|sku|ean|gtin|upc|imei|serials?|serien|série|serie|série|frame|framenr|item|invoice|rechnung|facture|factura|fattura|faktura|factuur|order|bestellung|bestelling|commande|pedido|ordine|zamówienie|zamówienia|quote|devis|angebot|offerte|parcel|tracking|sendung|colis|paquete|pacco|paczka|zending|pakket|manifest|seal|routing|aba|auth|receipt|po|rma|cmr|version|build|commit|policy|claim|meter|asset|tariff|hs|oid|model|modell|drawing|pallet|awb|container|contract|customer (?:no|number)|gate|bin|bay|slip|delivery note|lieferschein|albarán|bolla|pakbon)[ .:#'"]{0,3}(?:(?:no|nr|num|number|nummer|numéro|número|numero|n°|n|id|code|ref)[ .:#°º'"]{1,3})?$/iu,
);

export function isSaidOfThing({ before }: Pick<Labels, 'before'>): boolean {
  return ofAThing.test(before);
}

function spread(words: string): string {
  return words.replace(/(?<=[a-z])(?=[A-Z])|_/g, ' ');
}
