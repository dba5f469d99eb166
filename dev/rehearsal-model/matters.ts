import type { Letter } from './letter.ts';

const mostMatters = 3;

/** What a letter is about, in the sender's own words: first what the firm sells or does, then what may be wrong with it. */
export function mattersIn({ subject, own }: Pick<Letter, 'subject' | 'own'>): string[] {
  const found = [...wordsOf(things, own), ...wordsOf(things, subject)].slice(0, mostMatters - 1);
  const wrong = troubles.flatMap(([sign, noun]) => (sign.test(`${subject}\n${own}`) ? [noun] : []));
  return [...new Map([...found, ...wrong].map((word) => [word.toLowerCase(), word])).values()].slice(0, mostMatters);
}

function wordsOf(pattern: RegExp, text: string): string[] {
  return [...text.matchAll(pattern)].map(([word]) => word);
}

/** Things sold and done, in the words of mails; the word stands in a letter as it was written. */
const things =
  /(?<!\p{L})\p{L}*(?:coat stand|night light|lampshade|lampenschirm|abat-jour|lampenkap|lamp|lampe|leuchte|light|pendant|sconce|mirror|spiegel|miroir|sofa|couch|canapé|bank|armchair|fauteuil|sessel|chair|chaise|stuhl|stoel|stool|hocker|tabouret|table|tisch|tafel|bench|bed|shelf|shelves|regal|étagère|bookcase|boekenkast|kast|wardrobe|schrank|armoire|cabinet|drawers?|schublade|console|konsole|sideboard|commode|kommode|throw|blanket|decke|plaid|cushions?|kissen|coussins?|rug|teppich|tapis|screws?|brackets?|mattress|matratze|matelas|matras|curtains?|vorhang|vorhänge|rideaux?|gordijn|covers?|bezug|housse|hoes|handles?|griff|poignée|knobs?|glass|glas|footstool|headboard|desk|schreibtisch|bureau|nightstand|chest|trolley|frame|bett|lit|kommode|tiroirs?|lade|plateau|kleed|kussens?|parcel|paket|colis|pakket|packaging|verpackung|emballage|verpakking|warranty|guarantee|garantie|instructions|leaflet|anleitung|notice|handleiding|schrauben?|bulb|birne|invoice|rechnung|facture|factuur|payments?|zahlung|paiement|betaling|account|konto|delivery|lieferung|livraison|levering|bezorging|return|rückgabe|umtausch|retour|telefon|hotline|catalogue)(?!\p{L})/giu;

/** What may be wrong, by how people say it. */
const troubles: readonly (readonly [RegExp, string])[] = [
  [/\bscratch/i, 'scratch'],
  [/\bcrack|\bsplit\b/i, 'crack'],
  [/\bstain|\bfilthy|\bdirty/i, 'marks'],
  [/\bsmell/i, 'smell'],
  [/\bhums?\b|\bbuzz|\bnois/i, 'noise'],
  [/\bwood\b|\boak\b/i, 'wood'],
  [/\bcloth\b|\bfabric\b|\bupholster/i, 'fabric'],
  [/\bcolour\b/i, 'colour'],
  [/\bchip/i, 'chip'],
  [/\bdent/i, 'dent'],
  [/\bwobbl|\bleans\b|\brocks\b/i, 'wobble'],
  [/\btorn\b|\btear\b|\bripped\b/i, 'tear'],
  [/\bflicker/i, 'flicker'],
  [/\bnobody (?:came|turned)|\bturn(?:ed)? up\b|\blate\b/i, 'delivery'],
  [/\brude|\bshouted|\bswore|\bhung up/i, 'conversation'],
  [/\bdrivers?\b/i, 'delivery'],
  [/\bcharged\b|\bpaid\b|\bpaying\b/i, 'payment'],
  [/\bsend (?:it|them|this) back\b/i, 'return'],
  [/kratzer|zerkratzt/i, 'Kratzer'],
  [/brumm|summt/i, 'Geräusch'],
  [/riech|geruch|stinkt/i, 'Geruch'],
  [/wackel/i, 'Wackeln'],
  [/\bfleck/i, 'Flecken'],
  [/\briss\b|\bgerissen|\bgesprungen/i, 'Riss'],
  [/\bflacker/i, 'Flackern'],
  [/unfreundlich|patzig|aufgelegt/i, 'Gespräch'],
  [/am telefon|angerufen/i, 'Telefon'],
  [/geliefert|lieferung|monteur|fahrer/i, 'Lieferung'],
  [/zurückgeben|zurückschicken/i, 'Rückgabe'],
  [/abgebucht|bezahlt|überwiesen/i, 'Zahlung'],
  [/\btach[eé]/i, 'tache'],
  [/\bray[éu]/i, 'rayure'],
  [/livreur|livré/i, 'livraison'],
  [/\bfissur|\bfendu|\bfêl/i, 'fissure'],
  [/\bbruit|\bgrésill|\bbourdonn/i, 'bruit'],
  [/\bodeur|\bsent mauvais/i, 'odeur'],
  [/\bkras/i, 'kras'],
  [/\bvlek/i, 'vlek'],
  [/bezorg/i, 'bezorging'],
  [/\bbarst|\bscheur/i, 'barst'],
  [/\bbromt|\bzoemt|\bgeluid/i, 'geluid'],
  [/\bruikt|\bstinkt/i, 'geur'],
];
