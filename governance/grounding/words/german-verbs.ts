/** What writing a letter is made of, by how the verbs begin, with what may stand before and behind. */
const letters = `
  antwort beantwort geantwortet schreib schrieb geschrieben frag gefragt prûf schau geschaut seh sieht sah gesehen find fand gefunden weiss weiß wissen wûsst gewusst versteh verstand verstanden
  entschuldig bedau bedaur bedauer tut bitt gebeten dank bedank hoff wûnsch brauch benôtig les lies gelesen helf hilf hilft geholfen sag gesag mitteil teil mitgeteilt informier unterricht erklâr
  klâr geklârt abklâr bestâtig weitergeb weitergegeben geb gebe gibt weiterleit leit geleitet weiterreich reich weitergereicht kûmmer gekûmmert meld gemeldet denk dacht glaub
  vermut erwart rechn geh gehe schâtz môcht môg mag freu gefreut ernst kenn hôr gehôrt hôren lern vergleich such gesucht ermittl ermittel erreich nenn genannt
  vorlieg lieg liegt befass widm notier vermerk erkundig nachfrag hak hake erinner beschreib beschrieben empfehl empfiehl rat verfolg entnehm entnommen zusammenfass fass vorstell
  entscheid beurteil einordn zuordn ûberleg abstimm absprech einseh eingesehen vollzieh nachvollzieh nachempfind empfind begreif berat berât verbind verweis frei nachgeh nachgegangen gegangen nachforsch forsch bespro vertrau achte beacht lad gratulier grûss verabschied wart fûhl bemûh annehm nehm nimmt genommen aufgenommen gern tut tun kontaktier erfahr erkenn verstôsst
  aufgeruf aufruf nachschlag nachgeschlag durchgesehen durchgegang geôffn herausgesuch wiederhol aufgelist aufgezâhl zusammengetrag recherchier ûberflog studier stôber vormach sprech spricht gesprochen meinen dûrf auswert dokumentier bearbeit begutacht untersuch besprech bespricht anschau angeschaut bleib
`;

const withUmlauts = (list: string) =>
  list
    .split(/\s+/)
    .filter(Boolean)
    .map((stem) => stem.replace(/û/g, '(?:ü|ue|u)').replace(/â/g, '(?:ä|ae|a)').replace(/ô/g, '(?:ö|oe|o)'))
    .join('|');

const prefixes =
  '(?:ab|an|auf|aus|be|ein|er|fest|ge|her|hin|mit|nach|nachge|ange|durch|heraus|weiter|weiterge|wieder|zu|zurück|rück|zusammen|nachzu|anzu|weiterzu|mitzu|um|vor|zurückge|hinge|ver)?';
const endings = '(?:e|en|n|t|te|ten|st|et|ete|eten|end|est)?';

export const germanLettersDo = new RegExp(
  `(?<!\\p{L})(?!vergeb|umleit|umgeleit)${prefixes}(?:${withUmlauts(letters)})${endings}(?!\\p{L})`,
  'iu',
);

/** A verb that only helps another one. */
export const helping =
  /(?<!\p{L})(?:haben?|hat|hatten?|hätten?|sind|bin|ist|wäre?n?|waren?|wird|werden?|würden?|k(?:a|ö)nn(?:en|te|ten)?|d(?:a|ü)rf(?:en|te|ten)?|m(?:ö|o)chten?|wollen|will|soll(?:en|te|ten)?|m(?:u|ü)ss(?:en)?)(?!\p{L})/iu;

/** What ends a German clause as a verb: no noun, for those have capitals. */
export const verbAtEnd =
  /(?<!\p{L})(?!(?:nicht|gerade|heute|morgen|gestern|gern|leider|weiter|selbst|schon|noch|sofort|bereits|zurzeit|derzeit|gut|mehr|jetzt|oft|direkt|kurz|recht|seit|laut|mit|dort|hat|ist|unten|oben|hinten|ihnen|ihren|einen|keinen|unseren|den|denn|dann)(?!\p{L}))\p{Ll}+(?:t|en|eln|ern)(?=[\s.!,;:)]*$)/u;

/** What a customer would be glad of. */
export const customersGain =
  /(?<!\p{L})(?:bekommen|erhalten|kriegen|behalten|zurückerhalten|zurückbekommen|zahlen|bezahlen|sparen|schulden|gewinnen|verdienen|zurückgeben|zurückschicken|umtauschen|stornieren|abholen lassen|widerrufen|haben Anspruch|profitieren)(?!\p{L})/u;
/** What a letter may say that somebody gets. */
export const newsOnly =
  /(?<!\p{L})(?:antwort\p{L}*|rückmeldung\p{L}*|nachricht\p{L}*|bescheid|e-?mails?|auskunft|information\p{L}*|zwischenstand|neuigkeiten|mail)(?!\p{L})/iu;
