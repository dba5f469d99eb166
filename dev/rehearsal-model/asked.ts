import { addressesTheModel } from './keywords/orders-to-the-model.ts';
import type { Letter } from './letter.ts';
import { mattersIn } from './matters.ts';

/** What a sender wants to know or to have, beyond how their order stands. */
export type Asked = {
  readonly contents: boolean;
  readonly total: boolean;
  /** Something that no record decides. */
  readonly more: boolean;
  /** Whether anything is asked at all. */
  readonly question: boolean;
  /** Whether the letter speaks to a model; what it wants said then counts for nothing. */
  readonly steers: boolean;
  /** What it is about: things that the firm sells or does, and what is wrong with them. */
  readonly matters: readonly string[];
};

const contents =
  /\b(contents?|articles?|items?|what (was|is|were|did) (i|we|he|she|it|in)|list|lists|artikel|inhalt|was (habe|hatte|war|ist|haben) (ich|wir|da|drin)|contenu|inhoud)\b/i;
const total =
  /\b(how much|total|come to|cost|price|amount|sum|wie viel|wieviel|kostet|betrag|preis|combien|montant|hoeveel)\b/i;
const more =
  /\b(another one|replace\w*|new one|refund|money|per cent|percent|call me|ring me|voucher|discount|confirm\w*|cancel|change|address|ersatz|bestätig\w*|erstatt\w*|rabatt|anruf\w*|rufen|geld|frei|ändern|adresse|nobody has|did not get|never got|not to me|why|warum|wieso|grund|pourquoi|annuler|rembours\w*|adresse|confirm\w*|waarom|annuleren|terugbetal\w*|adres|bevestig\w*)\b/i;

export function readAsked({ subject, own }: Letter): Asked {
  const said = `${subject}\n${own}`;
  const steers = addressesTheModel(said);
  return {
    contents: !steers && contents.test(said),
    total: !steers && total.test(said),
    more: more.test(said),
    question: said.includes('?'),
    steers,
    matters: mattersIn({ subject, own }),
  };
}
