import type { Letter } from './letter.ts';

/** What a sender wants to know or to have, beyond how their order stands. */
export type Asked = {
  readonly contents: boolean;
  readonly total: boolean;
  /** Something that no record decides. */
  readonly more: boolean;
  /** What it is about, in the sender's own word: a thing that the firm sells or does. */
  readonly matter: string | undefined;
};

const contents =
  /\b(contents?|articles?|items?|what (was|is|were|did) (i|we|he|she|it|in)|list|lists|artikel|inhalt|was (habe|hatte|war|ist|haben) (ich|wir|da|drin)|contenu|inhoud)\b/i;
const total =
  /\b(how much|total|come to|cost|price|amount|sum|wie viel|wieviel|kostet|betrag|preis|combien|montant|hoeveel)\b/i;
const more =
  /\b(another one|replace\w*|new one|refund|money|per cent|percent|call me|ring me|voucher|discount|confirm\w*|cancel|change|address|ersatz|bestätig\w*|erstatt\w*|rabatt|anruf\w*|rufen|geld|frei|ändern|adresse|nobody has|did not get|never got|why|warum|wieso)\b/i;

/** Things sold and done, in the words of mails; the word stands in a letter as it was written. */
const matters =
  /(?<!\p{L})(\p{L}*(?:lampshade|lampenschirm|abat-jour|lamp|lampe|leuchte|light|pendant|mirror|spiegel|miroir|sofa|couch|armchair|fauteuil|sessel|chair|stuhl|stool|hocker|table|tisch|tafel|bench|bank|bed|shelf|regal|bookcase|boekenkast|cabinet|drawer|schublade|stand|console|konsole|sideboard|throw|decke|cushion|kissen|rug|teppich|screws?|schrauben?|bulb|birne|invoice|rechnung|account|konto|delivery|lieferung|telefon|hotline|bill|catalogue|voucher|gutschein))(?!\p{L})/iu;

export function readAsked({ subject, own }: Letter): Asked {
  const said = `${subject}\n${own}`;
  return {
    contents: contents.test(said),
    total: total.test(said),
    more: more.test(said),
    matter: matters.exec(own)?.[1] ?? matters.exec(subject)?.[1],
  };
}
