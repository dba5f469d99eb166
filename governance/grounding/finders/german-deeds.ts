import type { Clause } from '../reading.ts';
import { customersGain, germanLettersDo, helping, newsOnly, verbAtEnd } from '../words/german-verbs.ts';
import type { Deed } from './deed.ts';

const firm =
  /(?<!\p{L})(?:wir|ich|jemand|(?:eine?|unsere?|meine?|die|der|das|unser) (?:\p{L}+ ){0,2}?(?:kolleg(?:e|in|en|innen)|teams?|mitarbeiter(?:in)?|buchhaltung|monteur(?:in)?|techniker(?:in)?|werkstatt|abteilung|leitung|chef(?:in)?|vorgesetzte[rn]?|geschäftsleitung|leiter(?:in)?|fachleute|schreiner|spezialist(?:in)?|lagerist)|unser(?:e|en)? (?:fahrer|zusteller|lieferteam|verkäufer|bote)(?:in)?)(?!\p{L})/iu;
const unable =
  /(?:nicht|kein\p{L}*|nichts)(?:.*)(?:k(?:a|ö)nn\p{L}*|d(?:a|ü)rf\p{L}*|möglich)|(?:k(?:a|ö)nn\p{L}*|d(?:a|ü)rf\p{L}*)(?:.*)(?:nicht|kein\p{L}*|nichts)/iu;
/** A capital says that it is the customer, and not the order; at the beginning the verb has to. */
const customer = /(?:\p{L}[\s,]+Sie(?!\p{L})|^\s*(?:Dann |Und |Dafür |Natürlich |Selbstverständlich )?Sie\s)/u;

/** What a German clause has the firm do, and the customer get, but for what letters are made of. */
export function* germanDeedsIn(clause: Clause): Generator<Deed> {
  const whole = { start: clause.start + clause.text.search(/\S/), end: clause.start + clause.text.trimEnd().length };
  const gain = customer.test(clause.text) ? customersGain.exec(clause.text) : null;
  if (
    gain &&
    !/porto|versandkosten/i.test(clause.text) &&
    !newsOnly.test(clause.text) &&
    !/nicht|keine?n? /i.test(clause.text.slice(0, gain.index))
  )
    yield { ...whole, verb: gain[0] };
  else if (firm.test(clause.text) && !unable.test(clause.text) && !isDenied(clause.text)) {
    const verb = verbOf(clause.text);
    if (verb !== undefined) yield { ...whole, verb };
  }
}

const denied = /(?<!\p{L})(?:nicht(?! nur)|nichts|nie|kein\p{L}*)(?!\p{L})/iu;
/** What a customer is glad that nobody does. */
const burden = /(?:berechn|verlang|zahl|zurück|belast|abbuch|abgebuch|einzieh|forder|brauch|benötig|bestehen|ruh)/iu;

/** Who does not do it gives nothing away. */
function isDenied(text: string): boolean {
  return denied.test(text) && !burden.test(text);
}

const goods = /(?<!\p{L})(?:zahlung|geld|betrag|ware|rücksendung|retoure|paket|sendung|rückläufer|überweisung)\p{L}*/iu;

/** The verb that makes it a deed, where it is none of those that letters are made of. */
function verbOf(text: string): string | undefined {
  if (germanLettersDo.test(text)) return undefined;
  const atEnd = verbAtEnd.exec(text)?.[0];
  if (/(?<!\p{L})komm(?:e|en|t)(?!\p{L}).*(?<!\p{L})(?:weiter|zurück)(?!\p{L})/iu.test(text)) return undefined;
  if (
    /(?<!\p{L})(?:nachricht|anfrage|rechnung(?:skopie)?|kopie|anliegen|frage|e-?mail|beschwerde|schreiben|fotos?)(?!\p{L})/iu.test(
      text,
    ) &&
    /(?<!\p{L})(?:geschickt|gesendet|schick(?:t|en?)|send(?:et|en?)|gegeben|gebracht)(?!\p{L})/iu.test(text)
  )
    return undefined;
  if (/(?<!\p{L})(?:erhalten|bekommen|empfangen)(?!\p{L})/u.test(text) && !goods.test(text)) return undefined;
  if (helping.test(text))
    return atEnd !== undefined && !new RegExp(`^(?:${helping.source})$`, 'iu').test(atEnd) ? atEnd : lastBut(text);
  return (
    /(?:monteur|techniker|kolleg(?:e|in)|team|leitung|abteilung|werkstatt|mitarbeiter(?:in)?)\s(\p{Ll}+)/iu.exec(
      text,
    )?.[1] ??
    /(?<!\p{L})(?:wir|ich)\s(\p{Ll}+)/iu.exec(text)?.[1] ??
    /(\p{L}+)\s(?:wir|ich)(?!\p{L})/iu.exec(text)?.[1] ??
    atEnd
  );
}

/** Of a clause that ends with a helping verb, what stands before it. */
function lastBut(text: string): string | undefined {
  return /(\p{Ll}+(?:t|en))\s\p{Ll}+[\s.!,;:)]*$/u.exec(text)?.[1];
}
