import { sortWords } from './furniture.ts';

/** A thing, or somebody outside the firm, as a German clause names it. */
export const germanThing = new RegExp(
  `(?<!\\p{L})(?:bestellung|paket|pakete|sendung|lieferung|ware|artikel|teile?|adresse|anschrift|konto|daten|aufbau|montage|rücksendung|zustellversuch|zustellung|fahrer|zusteller|hersteller|lieferant|nachbar(?:in|n)?|beschwerde|antrag|reklamation|retoure|abholung|garantie|glühbirne|leuchtmittel|farbe|material|laden|geschäft|filiale|hotline|newsletter|gutschein|kundenkonto|umtausch|stornierung|versand|verpackung|(?:${sortWords})(?:n|en|e|s)?)(?!\\p{L})`,
  'iu',
);

/** Where the clause is about somebody who writes or asks, or about what nobody knows. */
export const notAThing =
  /(?<!\p{L})(?:wir|ich|kolleg(?:e|in|en|innen)|buchhaltung|team|jemand|sie sich|sie (?:können|dürfen|möchten|haben|hatten)|uns bitte|bitte|gibt es nicht mehr|nicht (?:sagen|sehen|wissen|finden|erkennen|ersichtlich|bekannt|hervor)|keine? (?:angaben?|informationen|auskunft|grund|daten|eintrag)|leid|danke|dank|freude|freut|schade|ärgerlich|schön|gern|hoffe|hoffen|lieben?|frage|anliegen|nachricht|unterlagen|weiß|weiss)(?!\p{L})/iu;

const predicates = `
  bestellt verschickt versandt versendet geliefert zugestellt ausgeliefert angekommen eingetroffen eingegangen gepackt verpackt storniert annulliert verspätet verzögert
  unterwegs übergeben abgeholt erwartet geplant vorgesehen fällig bereit fertig vollständig komplett da hier erfasst vermerkt eingetragen verzeichnet aufgeführt gekennzeichnet
  beim bei vom enthält enthalten umfasst besteht gehört gehören beinhaltet kostet kosten kosteten beträgt betrug macht kommt kommen kam kamen soll sollte sollten
  trifft reist liegt lag steht stand geht ging verlässt verließ erfolgt erfolgte dauert verzögert verspätet wartet braucht hängt lautet heißt passt wackelt flackert
  kaputt beschädigt zerkratzt defekt fehlt fehlen falsch richtig möglich unklar klar bekannt unbekannt offen aufgegeben erteilt gemacht unverändert aktuell
  losgeschickt abgeschickt rausgegangen herausgegangen verlassen gemeldet angekündigt angegeben genannt gesehen gefunden geprüft bearbeitet vorbereitet zusammengestellt
  dabei darin drin enthalten zusammen gemeinsam einzeln insgesamt also nämlich laut nummer status termin datum spätestens frühestens voraussichtlich weitergegeben weitergeleitet übernommen gekostet genommen zuständig gekauft angesehen beantwortet berechnet
`;

/** What other finders hold against the record, or what is only named. */
export const germanThingsAre = new RegExp(
  `(?<!\\p{L})(?:${predicates.split(/\s+/).filter(Boolean).join('|')})(?!\\p{L})`,
  'iu',
);
