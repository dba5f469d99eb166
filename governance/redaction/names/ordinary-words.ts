import { foldName } from './fold-name.ts';

/** Words that begin with a capital and are nobody's name, or mostly are not: a name list alone does not decide on them. */
export const ordinaryWords = setOf(`
  mr mrs ms mx miss sir dr prof professor rev herr herrn frau monsieur madame mme mlle maitre senor senora senorita sr sra srta dona
  signor signora signorina sig dott dottssa pan pani panu meneer mevrouw dhr mevr mw
  unique taxpayer reference national insurance identity passport travel document licence vat iva tva btw nip pesel iban
  the this that these those there then they their it its we our us you your he she his her him i my me and or but if so
  as at by for from in into of on onto to with without is are was were be been am do does did done has have had can could may might
  must shall should will would not no yes any all some each every both either please thanks thank dear hello hi hey good morning
  afternoon evening best kind warm regards wishes cheers sincerely yours team support service services customer customers order
  orders invoice delivery payment refund account number name address phone email mail date today tomorrow yesterday monday tuesday
  wednesday thursday friday saturday sunday january february march april june july august september october november december
  what when where which who why how our sorry also after before since while because although however meanwhile could let
  just still only even again now here new old first second third last next more most other another such than too very one two three
  art bill bob chip chase dale dawn drew faith frank gene glen grace grant guy hope hunter ivy jack joy lane mark miles penny
  rose ruby skip summer autumn winter spring van wade olive pearl amber jade hazel iris lily daisy holly rusty rich ray pat rob sue max
  star major prince king baron duke earl page case sunny stormy brook cliff clay ford heath reed rocky sandy victor angel destiny
  harmony melody mercy patience prudence constance crystal gay gem merry pansy poppy rainbow robin rosemary ginger sage savannah trinity
  violet willow berry cherry heaven nova royal sky storm coral ash bay lake river ocean forest stone wood woods field fields brown
  black white green gray grey young long short small little strong wise rich poor sharp swift light bright day winters summers
  der die das den dem des ein eine einen einem einer und oder aber wenn weil dass ob wie was wer wo wann warum ich du er sie es wir ihr
  mein meine meinen meiner unser unsere ihre ihren ihrem ihrer sein seine nicht kein keine auch noch schon nur sehr hier dort dann
  bitte danke vielen dank hallo guten tag morgen abend liebe lieber sehr geehrte geehrter damen herren grüße grüßen gruß mit
  freundlichen bestellung rechnung lieferung zahlung kunde kundin kunden kundennummer telefon adresse datum montag dienstag mittwoch
  donnerstag freitag samstag sonntag januar februar märz mai juni juli oktober dezember bei für von vom zum zur im am an auf aus nach seit
  über unter vor hinter wird wurde werden hat habe haben ist sind war kann konnte soll will heute gestern alle alles
  le la les un une des du de et ou mais si que qui quoi dont où quand comment pourquoi je tu il elle nous vous ils elles mon ma mes
  votre vos notre nos leur ne pas plus très bien merci bonjour bonsoir salut cher chère madame monsieur cordialement commande facture
  livraison paiement client cliente lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril juin juillet août
  septembre octobre novembre décembre pour par avec sans dans sur sous est sont était aujourd demain hier
  el los las una unos unas y o pero como cuando donde porque yo ella ellos nosotros usted ustedes mi mis su sus nuestro nuestra no
  sí muy más hola buenos buenas días tardes gracias saludos atentamente estimado estimada pedido factura entrega pago cliente lunes
  martes miércoles jueves viernes sábado domingo enero febrero marzo mayo junio julio agosto septiembre octubre noviembre diciembre para
  por con sin en sobre hoy ayer mañana
  il lo gli i una uno e ed ma se che chi come dove quando perché io lui lei noi voi loro mio mia nostro nostra vostro non molto più ciao
  buongiorno buonasera grazie saluti cordiali gentile ordine fattura consegna pagamento cliente lunedì martedì mercoledì giovedì venerdì
  sabato domenica gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre per con senza da oggi ieri domani via alba
  de het een en of maar als dat die wie wat waar wanneer waarom ik jij hij zij wij u uw mijn ons onze niet geen ook nog heel zeer hallo
  beste geachte groet groeten dank bedankt bestelling factuur levering betaling klant maandag dinsdag woensdag donderdag vrijdag zaterdag
  zondag januari februari maart mei juni juli augustus oktober met voor van door zonder naar op bij vandaag gisteren morgen goede goedemorgen
  i oraz lub ale jeśli że kto co gdzie kiedy dlaczego ja ty on ona my wy oni mój moja nasz nasza pan pani nie tak bardzo dzień dobry
  dziękuję pozdrawiam pozdrowienia zamówienie faktura dostawa płatność klient poniedziałek wtorek środa czwartek piątek sobota niedziela
  styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień dla z ze bez na od do przez dziś wczoraj jutro
  english french german italian spanish dutch polish british irish european american london paris berlin dublin amsterdam madrid rome roma milan
  milano warsaw warszawa munich münchen hamburg köln lyon marseille bristol leeds manchester birmingham glasgow edinburgh oxford cambridge
  vat ups dhl dpd gls fedex hermes evri royal post parcel courier paypal visa mastercard amex amazon google apple microsoft slack zoom
  note notes subject ref reference re fw fwd cc bcc sent received status update call caller summary action follow agent item items qty
  total subtotal price unit amount due terms bank sort code iban bic swift card passport nhs insurance postcode street road city town country
  jan feb mar apr jun jul aug sep sept oct nov dec mal preis temp alta dane karta karte luce sirs sales server valid job reg registered madam team folks everyone
  accounts payable receivable purchasing adres adresse left right spoke speak told asked said says wants wanted call called rang emailed wrote sent`);

/** Who takes part in a letter by what they do, days, programs and what letters end with: no names where they stand alone. */
const rolesAndDays = setOf(`
  kundenservice kundendienst tienda negozio filiale lager exors executors fob gdpr mozilla chrome firefox safari ust-id steuer-id ust-idnr steuernr prufziffer art palette pasaporte competitor agent visitor
  klant medewerker konsultant klient klientka conseiller conseillere mitarbeiter sommer rien devis ean user usuario utilisateur cust customer rep staff driver support bot system admin chat operator ive im ill dont cant groetjes saludos bises geburtsdatum geburtstag nachname vorname bank tor wi-fi wifi satnav labor boxing mothers fathers`);

/** What products are called, so that "the Charlotte armchair" is a thing. */
export const thingWords = setOf(`
  lamp lamps light lights pendant sconce chandelier lantern bulb chair armchair sofa settee couch table desk shelf shelves shelving bookcase
  cabinet cupboard wardrobe drawer drawers dresser bed bedframe mattress mirror rug carpet curtain curtains blind blinds cushion cushions
  throw vase bowl plate mug cup kettle oven fridge dishwasher collection range series model edition set suite line design style bench
  stool ottoman footstool sideboard console nightstand headboard finish fabric colour color shade kit bundle pack frame basket tray candle
  diffuser clock planter pot duvet pillow towel towels blanket wallpaper paint tile tiles tap basin bath shower radiator heater fan
  dress coat jacket shirt blouse skirt boots shoes bag handbag watch ring necklace bracelet rose roses tomato apple pear cheese cake
  post scratcher boot boots tap taps grout seater rack organiser case speaker shade hook hooks runner pouffe recliner loveseat mat stand holder bin jug teapot saucepan pan knife knives tray
  stehlampe leuchte lampe sessel stuhl tisch regal schrank bett teppich vase spiegel modell serie kollektion sofatisch hocker
  canapé fauteuil lampe chaise lit étagère armoire tapis miroir modèle gamme silla mesa lámpara sofá cama estantería modelo lampada sedia tavolo
  divano letto poltrona modello stoel tafel bank kast bed lamp krzesło stół lampa sofa łóżko fotel
  street st road rd lane avenue close drive station square park hotel hospital school college university church cathedral bridge airport
  stadium museum theatre theater centre center mall house hall castle palace gardens garden bay beach island islands river lake mountain hill
  valley county district region branch warehouse depot store shop office showroom festival day award prize law act theorem award foundation
  strasse straße platz allee weg bahnhof halle brücke kirche schule krankenhaus gare rue hôpital plaza calle stazione piazza station
  ltd limited plc llp inc llc corp gmbh ag kg ug ohg sarl sas sa eurl bv nv sl slu srl spa sp z.o.o oy ab as aps company group holding holdings
  solutions services systems partners associates consulting industries interiors logistics bakery café cafe restaurant pub inn bar farm brewery
  bank insurance energy foods motors electric electronics fabrics furniture interiors studio studios press books records software trust academy residential guesthouse holidays homes care clinic surgery nursery primary
  nightlight nightlights bunk bunks kruk krukken barstool barstools sofas bookcases headboards sideboards nachtlicht tabouret taburete sgabello libreria room rooms retail butaca sillon kissen spiegelschrank key keys wrench screwdriver bit bits
  suspension suspensions applique chaises modelo serie linea stuhle sedie lampade lampy krzesla`);

const thingEnding =
  /(?:tisch|tische|leuchten?|lampen?|stuhl|stuhle|sessel|regale?|schrank|sofa|bett|lamp|chairs?|tables?|stoel|tafel|kast)$/;

/** Also where German and Dutch join it to what it is for: Esstisch, Stehleuchte. */
export function isThingWord(folded: string): boolean {
  return thingWords.has(folded) || thingEnding.test(folded);
}

/** What no name is, even behind a title: "Dear Sir or Madam", "Dr. to call". */
const functionWords = setOf(`
  the a an and or but if so as at by for from in into of on to with is are was be it its this that these those there they we you he she i my your our
  their his her him us me not no yes please thank thanks dear sir sirs madam madame team all who what when where which how can could would
  und oder der die das den dem ein eine ist war wie was wer wo bitte danke et ou le la les un une est que qui y o el los las un una es que per con e ed il lo
  gli i een het en of de is w z i na do ze nie damen herren`);

export function isFunctionWord(folded: string): boolean {
  return functionWords.has(folded);
}

/** Places that are also first names. */
export const placeNames = setOf(`
  adelaide alexandria alice alberta augusta austin bethany bradford brittany carlisle carolina charlotte chelsea chester clifton clinton
  dakota dallas denver devon douglas florence georgia hamilton houston india ireland israel jackson jersey jordan kent kingston lancaster
  lincoln london lorraine lourdes madison melbourne milan milton montana nelson orlando paris preston regina salem san santa savannah
  sienna siena sofia stafford sydney tyrone valencia verona vienna victoria virginia warren washington wellington winchester york
  brighton kendal dijon bari sevilla seville zamora assen annecy oakley avon dayton reno boston houston lincoln durham derby lancaster bolton preston
  burton halifax hereford hexham ripon selby skipton whitby buxton matlock newark stamford bedford luton oldham salford rochdale barnsley doncaster
  rotherham cork galway sligo limerick lisbon porto braga faro aveiro toledo cordoba granada segovia leon burgos oviedo murcia alicante almeria
  ravenna parma bergamo brescia cremona ferrara imola lecce matera novara pavia perugia pescara pisa potenza ragusa salerno taranto trieste udine
  vicenza angers avignon bayonne brest calais cannes colmar limoges metz nancy nantes nice nimes orleans pau quimper reims rennes rouen tours vannes
  aachen bonn celle essen fulda giessen halle hameln jena kassel kiel lubeck mainz marburg minden passau siegen soest trier ulm worms zwickau
  breda delft ede emmen gouda haarlem leiden tilburg utrecht venlo zwolle gdansk krakow lodz lublin opole poznan radom torun wroclaw brno plzen
  catania siena modena asti lucca olympia troy phoenix holland normandy warwick ashford barry bray clare kerry mallow tralee trent tracy`);

/** Whether a folded word is one of every day, or what a thing is called. */
export function isOrdinary(folded: string): boolean {
  return ordinaryWords.has(folded) || rolesAndDays.has(folded) || thingWords.has(folded);
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(
    words
      .split(/\s+/)
      .filter((word) => word !== '')
      .map(foldName),
  );
}
