import { sortWords } from './furniture.ts';

const nouns =
  'orders?|parcels?|packages?|shipments?|consignments?|deliver(?:y|ies)|items?|articles?|goods|pieces?|box(?:es)?|bulbs?|frames?|legs?|tops?|address(?:es)?|accounts?|data|details|complaints?|requests?|applications?|attempts?|returns?|assembly|set-?up|warrant(?:y|ies)|guarantees?|stock|range|products?|models?|colou?rs?|materials?|instructions|manuals?|label|newsletters?|subscriptions?|cancellations?|exchanges?|claims?|vouchers?|discounts?|offers?|shops?|stores?|showrooms?|hotline|phone lines?';
/** Those who bring or make it, and whom no record tells of but for their name. */
export const outsiders =
  'drivers?|couriers?|carriers?|delivery (?:man|woman|person|company|service|team)|suppliers?|manufacturers?|makers?|factory|neighbou?rs?|husband|wife|partner|son|daughter|flatmate|housemate|concierge|receptionist|porter|caretaker|customs|post office|depot';

/** Those at a customer's door, who are said to have taken it in. */
export const atTheDoor =
  /(?:neighbou?rs?|husband|wife|partner|son|daughter|flatmate|housemate|concierge|receptionist|porter|caretaker)$/iu;

/** An English subject that is a thing, or somebody outside. */
export const thingSubject = new RegExp(
  `(?:^|[,;:(]\\s|\\b(?:that|and|but|so|as|while|though|because|since|yes|no)[,\\s]+)\\s*(?:(?:the|your|our|an?|both|all|one|each|any|every|this|these|two|three|four|my|its|their|new|first|second|of the)\\s(?:[\\p{L}-]+\\s){0,2}?)?(?:\\p{Lu}\\p{L}+\\s)?(?:${nouns}|${outsiders}|(?:${sortWords})s?)(?![\\p{L}-])(?!['’])(?! (?:numbers?|dates?|status|confirmations?|details|history|pages?|forms?|value|total)\\b)`,
  'giu',
);

/** What an order, an article or a carrier may be said to be, where other finders look at the rest. */
export const thingsAre: ReadonlySet<string> = new Set(
  `packed shipped dispatched despatched sent delivered cancelled canceled delayed received placed processed prepared collected expected scheduled planned due ready
  complete completed late overdue early in on with at from for to under by of about over near here there safe still not listed marked shown recorded registered estimated
  addressed missing wrong right correct true possible impossible known unknown clear unclear visible the an your our my their all both part worth sorry important best
  same different easy helpful enough sufficient useful necessary needed required looked checked read examined reviewed forwarded passed handed answered asked welcome
  good bad nice lovely great annoying frustrating disappointing unfortunate regrettable upsetting understandable unusual normal usual strange odd final subject only just
  based booked awaited waiting moving travelling traveling transported carried arriving coming leaving held wrapped boxed handled taken picked put open
  no nothing more less most what when where how that this these those one two three each also already now currently yet soon later together supposed meant set
  tracked followed found seen logged noted entered used called named written printed spelled spelt quoted stated given mentioned described explained
  broken damaged scratched cracked bent split wobbly loose dirty faulty defective unhappy short minor major sad pity shame pleasure joy fun question matter
  being before after until since between within around roughly nearly almost exactly precisely below above behind inside outside off out up down back as like than so
  valid free long big small heavy confirmed new old first last next final actual another identical limited unfinished left
  it they we you he she i who whom whose which if whether because`.split(/\s+/),
);

/** What those outside are known to do with a parcel, or to say of it. */
export const ofCarriers =
  /^(?:say|says|said|report|record|has|have|take|took|taken|pick|collect|deliver|bring|brought|carry|carries|transport|expect|plan|show|give|list|update|scan|need|usually|know|be|is|might|ask|answer|tell|help|see|check|decide)/;
