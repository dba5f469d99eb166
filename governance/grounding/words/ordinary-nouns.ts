import { foldName } from '#governance/redaction/names/fold-name.ts';

/** German nouns of letters about orders, which are written with a capital and name nobody; others are told by their endings. */
const german = `
  anfang ende mitte tag tage tagen tages woche wochen monat monate jahr jahre stunde stunden minute zeit zeitpunkt zeitraum moment augenblick termin
  termine datum uhr morgen vormittag mittag nachmittag abend nacht wochenende werktag werktage werktagen arbeitstag arbeitstage
  bestellung bestellungen sendung sendungen lieferung lieferungen paket pakete pakets artikel artikels artikeln ware waren produkt produkte stück teil teile
  auftrag auftrags versand versands lager laden geschäft haus hause büro adresse anschrift tür haustür ort strasse stadt land
  nummer nummern kunde kunden kundin kundinnen kollege kollegen kollegin kolleginnen team leute mensch menschen person personen mitarbeiter mitarbeiterin
  mitarbeitern mitarbeiterinnen frau herr herrn damen herren familie firma unternehmen abteilung buchhaltung verkauf einkauf service kundenservice kundendienst support werkstatt
  nachricht nachrichten mail mails brief schreiben antwort antworten frage fragen anfrage anfragen rückfrage rückfragen rückmeldung anliegen bitte betreff text zeilen
  post bescheid auskunft hinweis hinweise link seite internet webseite telefon anruf e-mail email postfach konto
  stand status lage fall sache grund gründe ursache problem probleme fehler schaden mangel ärger mühe umstände unannehmlichkeiten verzögerung verspätung geduld verständnis
  dank freude gruss grüsse grüssen wunsch wünsche hilfe lösung vorschlag möglichkeit idee info infos information informationen unterlagen system akte daten angaben eintrag
  preis preise betrag summe wert geld rechnung zahlung euro cent rabatt gutschein gutschrift erstattung rückgabe rücksendung umtausch ersatz garantie gewährleistung
  lampe lampen leuchte leuchten stehlampe tischlampe schreibtischlampe hängelampe stuhl stühle tisch tische sofa sessel schrank regal regale bett möbel garderobe spiegel teppich holz
  schaukelstuhl esstisch couchtisch beistelltisch kommode bank hocker kissen vase decke glühbirne birne kabel schraube schrauben schirm fuss
  paketdienst versanddienst spediteur spedition zusteller zustellerin dienstleister transport transporteur fahrer bote lieferant partner verpackung karton zettel beleg blatt
  weg wege reise hand hände blick auge augen kopf herz ruhe eile kürze folge rahmen interesse bedarf zweifel regel ordnung punkt punkte schritt schritte überblick übersicht
  voraus anhang anlage beispiel weile vertrauen bedauern nachsicht leben wetter urlaub feiertag feiertage ferien wahl reihe
  sonntag montag dienstag mittwoch donnerstag freitag samstag januar februar märz april mai juni juli august september oktober november dezember
  nachbar nachbarn nachbarin ablageort briefkasten depot zoll filiale shop onlineshop bestätigung verlauf vorgang vorgangs bearbeitung suche recherche klärung prüfung eingang ausgang ankunft
  einzelheiten details stelle stellen zuständige zuständigen leitung chef hause seiten ganze ganzen beste besten weitere weiteren neue neues gutes nächste nächsten nächstes liebe lieben
  deutsch deutschland österreich schweiz europa england britisch deutsche grossbritannien
`;

const endings =
  /(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|tät|täten|ismus|ment|ling|chen|nis|nisse|nummer|nummern|datum|termin|termine|dienst|dienste|diensten|service|team|stelle|tag|tage|tagen|woche|wochen|zeit|zeiten|bestellung|lieferung|sendung|mail|adresse|stand|status|preis|betrag|summe|bestätigung|center|zentrum|abteilung|verfolgung|fenster|lampe|lampen|leuchte|tisch|stuhl|regal|karte|schein|code|bogen|seite|fall|daten|zahl|weg|lager|post|antwort|anfrage|frage|leiter|leiterin|fahrer|partner|spielraum|raum|wagen|zeug|werk|erei|eien|ant|ierung|sal|tum)s?$/;

/** Words of English letters that stand with a capital where they are no name: in headings, by custom, or as a greeting. */
const english = `
  customer customers service services support team order orders number tracking delivery total status subject re regards carrier item items article articles
  department accounts accounting sales warehouse shop store office colleague colleagues manager sir madam mr mrs ms miss dr mx friend client all everyone there
  faq vat id ps pdf ok asap eta gmt bst cet cest utc usd eur gbp uk eu usa us monday tuesday wednesday thursday friday saturday sunday
  expected delivered shipped placed dispatched received packed delayed cancelled price quantity unit date details summary update note
  english german germany britain europe european british christmas easter new year's eve boxing day bank holiday
  aw wg fwd fw usw agb ust mwst plz nr tel e-mail email mail online internet website
  unfortunately currently according meanwhile furthermore additionally however therefore thus looking checking having hoping sending apologies sorry sincere faithfully many much great good
  once until unless whether within without regarding concerning besides altogether nothing everything something nobody somebody someone anyone no yes indeed perhaps maybe possibly
  thank thanks apologies kindly rest assured feel free just simply reply write let tell give take send check see find look wait expect ask
`;

/** Words that begin German sentences, and some of which are names elsewhere. */
const openings = `
  darin dazu damit danach dabei dafür daran darauf daraus darüber davon davor dazwischen hierzu hiermit hierfür hierbei jetzt nun zudem außerdem ausserdem ferner leider natürlich gern gerne selbstverständlich
  momentan derzeit aktuell zurzeit zunächst zuerst zuletzt schließlich bisher inzwischen mittlerweile sofern sobald solange falls sollte sollten dürfen können konnten möchten haben hatten sind waren werden wurden
  laut gemäß nach seit unter über zusammen insgesamt alles einmal zweimal beides melden schreiben antworten schauen sehen warten teilen geben verfolgen verschickt versandt geliefert zugestellt bestellt vielen herzlichen besten
  freundliche freundlichen viele liebe beste herzliche schönen schöne schönes guten gute gutes voraussichtliche voraussichtlich voraussichtlicher geplante geplanter erwartete erwarteter bestellte enthalten gesamtbetrag gesamtsumme
  transportiert unterwegs hallo servus moin grüezi tschüss dann denn also sowie entschuldigung entschuldigen danke nochmals nochmal wieder weiterhin weitere damals dort hier heute gestern morgen übermorgen
  ihr ihre ihrem ihren ihrer ihres ihnen sie sich unsere unser unseren unserem wir man diese dieser dieses diesem diesen jede jeder jedes was wie wo wann welche welcher welches beim zum zur vom ins ans aufs
`;

const words: ReadonlySet<string> = new Set(
  `${german} ${english} ${openings}`.split(/\s+/).filter(Boolean).map(foldName),
);

/** Whether a word is one of those, by itself or by how it ends. */
export function isOrdinaryNoun(word: string, language: 'en' | 'de'): boolean {
  const folded = foldName(word);
  if (words.has(folded)) return true;
  if (language === 'en') return false;
  return endings.test(word.toLowerCase()) || words.has(folded.replace(/(?:en|es|n|s|e)$/, ''));
}
