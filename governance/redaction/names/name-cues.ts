import { latin } from '../views/latin.ts';

/** What stands in front of a name. Each ends where the name begins. */
const honorific =
  '(?:Hr|Hrn|Fr|Fam|Familie|[Ss]ig|DC|DS|DI|PC|PCSO|Sgt|Cllr|Capt(?:ain)?|Detective|Inspector|Constable|Sergeant|Officer|Nurse|Sister|Councillor|Judge|Freiherr|Freifrau|Graf|Gräfin|Baron(?:ess)?|Lord|Lady|Dame|[Mm]r|[Mm]rs|[Mm]s|Mx|Miss|[Dd]r|[Pp]rof(?:essor)?|Sir|Rev|Herrn?|Frau|M(?=\\.)|[Mm]onsieur|[Mm]adame|Mme|Mlle|Maître|[Ss]eñor(?:a|ita)?|[Ss]ra?|[Ss]rta|[Dd]oña|[Dd]on|[Ss]ignor(?:a|ina)?|Sig(?:\\.ra|\\.na)?|Dott(?:\\.ssa|oressa)?|[Pp]an(?:[aiu]|em|owie|ią)?|Państwo|[Mm]eneer|[Mm]evrouw|[Dd]hr|[Mm]evr|[Mm]w|(?:[Dd]e )?[Hh]eer)\\.?';
const greeting =
  '(?:Dear|Hi|Hello|Hey|Good (?:morning|afternoon|evening)|Hallo|Liebe[rs]?|Guten (?:Tag|Morgen|Abend)|Sehr geehrte[rs]?|Moin|Servus|Bonjour|Bonsoir|Cher|Chère|Salut|Hola|Estimad[oa]|Querid[oa]|Buenos días|Buenas tardes|Ciao|Gentile|Car[oa]|Buongiorno|Buonasera|Egregio|Beste|Geachte|Dag|Hoi|Goedemorgen|Goedemiddag|Szanown[ya]|Cześć|Dzień dobry|Drog[ia]|Witam|Witaj)';
const closing =
  '(?:regards|wishes|thanks|thank you|many thanks|cheers|sincerely|faithfully|truly|best|love|grüße[n]?|grüßen|gruß|grüsse[n]?|dank|lg|vg|mfg|cordialement|salutations|amicalement|bien à vous|merci|saludos?|atentamente|gracias|cordial|saluti|cordialmente|grazie|groet(?:en|jes)?|hoogachtend|bedankt|mvg|pozdrawiam|pozdrowienia|pozdrowieniami|poważaniem|dziękuję|wyrazy szacunku|distinguées|distintos saludos)';

/** One pass over a text for all patterns that share their flags. */
function together(patterns: readonly RegExp[]): RegExp[] {
  const flags = [...new Set(patterns.map((pattern) => pattern.flags))];
  return flags.map((flag) => {
    const sources = patterns.filter((pattern) => pattern.flags === flag).map(({ source }) => `(?:${source})`);
    return latin(new RegExp(sources.join('|'), flag));
  });
}

/** After these even a word of every day is a name. */
export const titleCues = together([
  new RegExp(`(?<![\\p{L}])${honorific}[ \\n]{1,2}(?:(?:Dr|Prof)\\.? ){0,2}`, 'gu'),
  /(?<![\p{L}])(?:gez\.|geom\.|[Mm]onteur(?:in)?|[Tt]echniker(?:in)?|[Hh]ausmeister(?:in)?) (?=\p{Lu}\p{Ll})/gu,
]);

/** Who says how they are called may write it small. */
export const selfCues = together([
  /(?<![\p{L}])(?:hola,? soy|my name(?:'s| is)|name on it is|mein name ist|ich hei(?:ß|ss)e|je m'appelle|me llamo|mi nombre es|mi chiamo|mijn naam is|ik heet|nazywam się|mam na imię) /giu,
]);

/** After these even a word that no list knows is a name. */
export const sureCues = together([
  new RegExp(`(?:^|\\n)[ \\t>]{0,8}${greeting},? (?:(?:${honorific}) ){0,2}`, 'giu'),
  new RegExp(`(?<![\\p{L}])${closing}[ ]{0,2}[,.!]?[ ]{0,2}\\n{1,3}[ \\t>–-]{0,6}`, 'giu'),
  /(?:^|\n)[ \t>]{0,8}[[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?[ ,–-]{1,3}(?=[^:\n\d]{2,40}:)/gu,
  /(?<![\p{L}])(?:regards|wishes|best|love|lg|vg|thanks|cheers|sincerely|gr[üu](?:ß|ss)en?|cordialement|saludos|saluti|groet(?:en)?|pozdrawiam), /giu,
  /(?<![\p{L}])(?:[Tt]old|[Aa]sked|[Ii]nformed|[Rr]eminded|[Pp]assed (?:it |this )?(?:on )?to|[Cc]omplain(?:ed|t)? to|[Hh]anded (?:it )?(?:over )?to|[Ss]p[eo]ke(?:n)? (?:to|with)|[Tt]alk(?:ed)? (?:to|with)|[Cc]hatted (?:to|with)|[Ss]peaking (?:to|with)|(?:[Ss]igned(?: for| off)?|[Cc]hecked|[Aa]pproved|[Tt]aken|[Pp]romised|[Ll]et|[Ww]ritten|[Ss]een|[Cc]onfirmed|[Bb]ooked|[Aa]uthorised|[Ww]itnessed|[Cc]ollected|[Aa]nswered|[Pp]acked|[Ii]nspected|[Cc]all(?:ed| back)?) by|[Aa]pproved|[Ss]igned,?|[Hh]andover (?:from|to)|[Mm]erged? with|[Cc]onfused? with|(?:[Nn]obody|[Ss]omebody|[Ss]omeone|man|woman|person|lady|chap|guy|gentleman|girl|boy|kid) (?:called|named)|[Tt]here (?:is|was) an?|[Pp]ayable to|[Cc]heques? to|in favour of|t\.n\.v\.|intestato a|a favore di|a favor de|à l'ordre de|bénéficiaire|begünstigt\p{L}{0,2}|zugunsten von|in the name of|on behalf of|formerly|née|a\.?k\.?a\.?|gesprochen mit|sprach mit|im Namen von|parlé (?:à|avec)|au nom de|hablé con|a nombre de|parlato con|a nome di|gesproken met|op naam van|rozmawiał[ae]?m z) ["(]?/gu,
  /(?<![\p{L}])(?:(?:wrong|right|correct|same|other|second) (?:person|patient|customer|name|contact)|(?:husband|wife|partner|mother|father|daughter|son|patient|tenant|resident|guest) (?:is|was|=))[ ]?[(:]? ?/giu,
  /(?<![\p{L}])(?:i\. ?[AV]\.|z\. ?[Hh]d\.?|[Aa]ttn\.?|[Ff][Aa][Oo]|(?:for the |[Aa]t )?attention(?: of)?|c\/o|p\.p\.) /gu,
  /(?<![\p{L}])(?:my name(?:'s| is)|name is|mein name ist|ich hei(?:ß|ss)e|je m'appelle|mon nom est|me llamo|mi nombre es|mi chiamo|il mio nome è|mijn naam is|ik heet|nazywam się|mam na imię) /giu,
  /(?<![\p{L}])["']?(?:(?:(?:full|first|last|sur|customer|contact|account|user|company|given|family)[ _]?)?name|driver|technician|manager|holder|who|buyer|von|an|de|da|od|do|para|a|till|werknemer|werkgever|buur|verzender|employee|arbeitnehmer|mieter|patientin|teilnehmer(?:in)?|dipendente|empleado|salarié|pracownik|director \d|ph|tp|insured|claimant|policyholder|surname|nachname|vorname|cognome|apellidos?|prénom|achternaam|voornaam|nazwisko|imię|from|to|b?cc|sender|author|(?:created|updated|approved|handled|reported|requested|raised|logged|reviewed|ordered|sold|taken|changed|sent|checked|confirmed|booked|submitted|modified|opened|closed|resolved|escalated)[ _]?by|requester|assignee|assigned to|owner|reviewer|employee|member|guest|tenant|witness|next of kin|emergency contact|bearbeiter(?:in)?|sachbearbeiter(?:in)?|erstellt von|fahrer(?:in)?|mitarbeiter(?:in)?|kontakt|interlocuteur|chauffeur|contacto|remitente|referente|mittente|contatto|medewerker|kierowca|osoba kontaktowa|contact(?:[ _]?person)?|customer|caller|recipient|attn|attention|fao|c\/o|signed(?: by| for by)?|cardholder|account holder|beneficiary|passenger|patient|prepared by|agent|ansprechpartner(?:in)?|repartidor|conductor|livreur|fattorino|bezorger|kurier|verkäufer(?:in)?|kund(?:e|in)|anrufer(?:in)?|kontoinhaber(?:in)?|empfänger(?:in)?|nom|prénom|client(?:e)?|destinataire|nombre|titular|cliente|nome|intestatario|naam|klant|contactpersoon|imię i nazwisko|klient(?:ka)?|z\. ?hd\.?|t\.a\.v\.)(?: (?:for|im|in|am|pour|para|per|voor|dla|of|des?|del|na) \p{L}{1,16}){0,2}["']?[ ]?(?:[:=–]|-|\.{2,20}|_{2,20})[ ]{0,2}["']?/giu,
  /(?<![\p{L}])(?:(?:(?:[Mm]y|[Hh]er|[Hh]is|[Oo]ur|[Yy]our|[Tt]heir|[Tt]he|[Aa]) )?(?:late |ex-|former |new |old |other |eldest |youngest |elder |younger |little |twin )?(?:colleague|husband|wife|partner|son|daughter|mother|father|mum|dad|brother|sister|neighbou?r|friend|boss|manager|assistant|receptionist|secretary|caretaker|concierge|housekeeper|cleaner|electrician|plumber|builder|fitter|technician|accountant|bookkeeper|solicitor|architect|intern|carer|tenant|flatmate|driver|aunt|uncle|nephew|niece|cousin|landlord|agent|adviser|advisor|engineer|installer|rep|courier|supervisor|teacher|midwife|dentist|vet|guarantor|trustee|executor|co-director|director|owner|lodger|babysitter|nanny|grandson|granddaughter|grandmother|grandfather|gran|nan|fiancée?|in-law|roommate|housemate|girlfriend|boyfriend|stepson|stepdaughter|stepmother|stepfather|godmother|godfather|widow|widower))(?:,| is| was| called| named)?,? [("]?/gu,
  /(?<![\p{L}])(?:[Kk]olleg(?:in|e|en)|[Nn]achbar(?:in|n)|buur(?:man|vrouw)?|[Ww]erknemer|[Mm]ieter(?:in)?|[Pp]atient(?:in)?|[Aa]nsprechpartner(?:in)?|TP|PH|DoB|collega|colega|collègue|kolega|koleżanka) (?=\p{Lu}|v[ao]n |de )/gu,
  /(?<![\p{L}])(?:hola,? soy|je suis|ich bin(?: die| der)?|ik ben|hier is|sono|jestem|nombre es|it'?s|under|this is|i am|i'm) (?=\p{L}{3,})/giu,
  /(?<![\p{L}])(?:[Hh]ier ist|[Hh]ier spricht|[Tt]e llama|[Pp]reguntar por|[Pp]reguntad? por|[Dd]emander|[Uu]n certain|[Uu]ne certaine|[Uu]n tal|[Uu]na tal|[Uu]n certo|[Uu]na certa|[Ee]ne|\p{L}{2,12}ed by|[Rr]isponde|[Cc]hiedere di|[Pp]ytać o|[Vv]ragen naar|[Nn]obody called|[Ss]omeone called|[Gg]ot|[Aa]gent|[Cc]aller|[Dd]river|[Ss]taff|[Oo]peratrice|[Oo]peratore) (?=\p{Lu}\p{Ll}+(?! \d))/gu,
  /(?<![\p{L}])(?:[Rr]if\. tecnico|[Tt]ecnico|[Tt]écnico|[Cc]ontable|[Ii]ng\.|[Aa]rch\.|[Rr]ag\.|[Aa]vv\.|[Mm]onter|[Kk]ierowca|[Cc]hauffeur|[Cc]h[oó]fer|[Ll]ivreur|[Cc]onseill(?:er|ère)|[Cc]orriere|[Ff]attorino|[Rr]epartidor|[Zz] tej strony|[Vv]ertretung macht|[Ee]rledigt|[Dd]al signor|[Dd]alla signora|[Cc]onjointe?|[Cc]opine?|[Bb]eau-(?:père|frère|fils)|[Bb]elle-(?:mère|sœur|fille)|[Cc]ompagn(?:on|e)|[Ff]idanzat[oa]|[Cc]uñad[oa]|[Ss]uegr[oa]|[Nn]ovi[oa]|[Ss]chwager|[Ss]chwägerin|[Tt]ante|[Oo]nkel|[Oo]ma|[Oo]pa|[Ss]choonmoeder|[Ss]choonvader|[Vv]riend(?:in)?|[Dd]ziewczyna|[Cc]hłopak|[Tt]eściowa|[Tt]eść) (?=\p{Lu}\p{Ll})/gu,
  /(?<![\p{L}])(?:conjointe?|copine?|beau-(?:père|frère|fils)|belle-(?:mère|sœur|fille)|fidanzat[oa]|cuñad[oa]|suegr[oa]|schoonmoeder|vriend(?:in)?|schwager|schwägerin|roommate|housemate|girlfriend|boyfriend) /gu,
  /(?<![\p{L}])(?:LG|VG|MfG|KR|BR|Thx|Gr\.?|Groetjes?|Pozdr\.?|Un saludo|Saludos|Ciao|Bises|Cdt|Cdlt|Amitiés|Grtz|Grüße|Gruß|Cheers|Regards|Ta),? (?=\p{L}{2,20}(?: \p{Lu}\.?)?[ .!]{0,2}(?:\n|$))/gu,
  /(?:[.!?)\d]|\n)[ ]{0,2}(?:--|[—–-]) ?(?=\p{Lu}\p{Ll}{2,20}[ .]?(?:\n|$))/gu,
  / [–—-] (?=\p{Lu}\p{Ll}{2,20}[ .]?\s{0,3}$)/gu,
  /(?<=\p{L}{3}|\d)[.!?)…] {1,3}(?=\p{Lu}\p{Ll}{2,15}[ \n]{0,3}$)/gu,
  /(?<=[.!?)\p{Ll}\d])\n\s{0,3}\n[ \t>]{0,4}(?=\p{L}{3,15}[ \t]{0,2}(?:\n\(|\n(?:Sent|Von|Gesendet|Envoyé|sent|from|iPhone)|\s{0,4}$))/gu,
  /(?<![\p{L}])(?:[Tt]hx|[Tt]a|[Cc]heers|[Tt]hanks|[Dd]anke|[Mm]erci|[Gg]razie|[Gg]racias|[Bb]edankt) (?=\p{Lu}\p{Ll}{2,}[,.!\n])/gu,
  /(?<![\p{L}])"?(?:k|key|field|name|id)"?: ?"(?:fn|sn|ln|first|last|first_?name|last_?name|surname|given|family|full_?name|name|vorname|nachname|nom|prenom|nombre|apellido|cognome|nome)", ?"?(?:v|val|value|text|content|answer)"?: ?"/giu,
  /(?<![\p{L}])(?:mein(?:e[nmr]?)?|unser(?:e[nmr]?)?|ihre?[nm]?) (?:mann|frau|sohn|tochter|kolleg(?:en?|in)|nachbar(?:n|in)?|partner(?:in)?|mutter|vater|bruder|schwester|chef(?:in)?|freund(?:in)?) /giu,
  /(?<![\p{L}])(?:mon|ma|notre|votre) (?:mari|femme|fils|fille|collègue|voisine?|mère|père|frère|sœur|amie?) |(?<![\p{L}])(?:mi|nuestr[oa]|su) (?:marido|mujer|hij[oa]|colega|compañer[oa]|vecin[oa]|madre|padre|herman[oa]|espos[oa]) /giu,
  /(?<![\p{L}])(?:mi[oa]|suo|sua) (?:marito|moglie|figli[oa]|collega|vicin[oa]|madre|padre|fratello|sorella) |(?<![\p{L}])(?:mijn|onze|uw) (?:man|vrouw|zoon|dochter|collega|buurman|buurvrouw|moeder|vader|broer|zus) |(?<![\p{L}])(?:mój|moja|mojego|mojej|moim|moją) (?:mąż|męża|mężem|żona|żony|żoną|syn|syna|córka|córki|kolega|koleżanka|sąsiad(?:ka)?|brat|siostra) /giu,
]);

/** After these a name is likely, if it looks like one. */
export const likelyCues = together([
  /(?<![\p{L}])(?:this is|i am|i'm|spoke (?:to|with)|speak (?:to|with)|speaking (?:to|with)|talked (?:to|with)|chatted with|call(?:ed)? (?:from|by)|message from|(?:e-?)?mail from|letter from|asked for|ask for|contact|on behalf of|signed (?:for )?by|signed off by|accepted by|left (?:it )?with|collected by|received by|delivered to|handed (?:it )?to|addressed to|ship(?:ped)? to|deliver to|told|met|thank(?:s| you),?(?: to)?|cc(?:'d|'ing)?|assigned to|forwarded (?:it )?to|according to|per|via|not|got|think|maybe|there is no|there's no|saw|met|instead of|with|and|from|by|to|for|or) /giu,
  /(?<![\p{L}])(?:please |can you |to )?(?:call(?: back)?|ring(?: back)?|phone|email|e-mail|text|ask|tell|remind|raised by|reported by|logged by|approved by|owner|assignee) /giu,
  /(?<![\p{L}])(?:ich bin|hier ist|hier spricht|gesprochen mit|sprach mit|von|mit|an|für|bei|und|durch|(?:mein(?:e[nmr]?)?|unser(?:e[nmr]?)?) (?:mann|frau|sohn|tochter|kolleg(?:e|en|in)|nachbar(?:n|in)?|partner(?:in)?|mutter|vater|bruder|schwester|chef(?:in)?|freund(?:in)?)|kolleg(?:e|en|in)|kund(?:e|in)|fahrer|techniker|nachbar(?:in)?) /giu,
  /(?<![\p{L}])(?:je suis|c'est|parlé (?:à|avec)|de la part de|avec|à|chez|par|de|et|pour|(?:mon|ma|notre) (?:mari|femme|fils|fille|collègue|voisine?|mère|père|frère|sœur|ami[e]?)|collègue|soy|hablé con|con|de|a|y|para|(?:mi|nuestr[oa]) (?:marido|mujer|hijo|hija|colega|compañer[oa]|vecin[oa]|madre|padre|herman[oa]|espos[oa])|sono|parlato con|da|di|per|ed?|(?:mio|mia|il mio|la mia) (?:marito|moglie|figli[oa]|collega|vicin[oa]|madre|padre|fratello|sorella)) /giu,
  /(?<![\p{L}])(?:ik ben|met|van|door|aan|voor|en|gesproken met|(?:mijn|onze) (?:man|vrouw|zoon|dochter|collega|buurman|buurvrouw|moeder|vader|broer|zus)|collega|jestem|rozmawiał[ae]?m z|z|od|przez|dla|i|(?:mój|moja|mojego|mojej|moim|moją) (?:mąż|męża|mężem|żona|żony|żoną|syn|syna|córka|córki|kolega|koleżanka|sąsiad(?:ka)?|brat|siostra)) /giu,
]);

/** Who talks, and no season and no flower. */
export const strongCueAfter = latin(
  /^ (?:(?:from|in|on|at) \p{L}{2,15} (?:says|said|rang|told|called|sent|promised|confirmed|wants|asked|reckons|thinks)|\((?:she|he) |(?:rang|phoned|texted|told|said|says|dropped it|set it up)(?!\p{L}))/u,
);

/** What people do and are stands behind their name; for the words that follow a name right away. */
export const cueAfter = latin(
  /^(?:,? (?:who|called|rang|phoned|wrote|said|says|asked|confirmed|told|reported|\((?:agent|staff|customer|client|manager|driver|owner|support|chair|remote|night|day|[a-z]{4,12} team)\)|dropped|broke|opened|found|bought|moved|noticed|reckons|thinks|handles|promised|texted|set (?:it|this|that) up|answered|packed|picked|put|gave|(?:from|in|on|at) \p{L}{2,15} (?:says|said|rang|told|called|sent|promised|confirmed|wants|asked|reckons|thinks)|\((?:she|he|they|who) |her(?:e|self) btw|mentioned|signed|wants|wanted|complained|emailed|replied|took|takes|locked|needs|needed|works|lives|decides|pays|to (?:ring|call|phone|check|confirm|reply|follow)|could|never|still|also|left|sent|got|has|had|was|wasn't|didn't|doesn't|answered|promised|insisted|agreed|refused|visited|collected|ordered|paid|is (?:my|our|the)|here|speaking|hat|ruft?|rief|schrieb|sagte|meldete|wünscht|möchte|fragt|bestellte|a (?:appelé|rappelé|écrit|dit|signé|demandé)|ha (?:chiamato|scritto|detto|llamado|escrito|dicho)|llamó|escribió|dijo|chiamò|belde|schreef|zei|vroeg|heeft|dzwonił[a]?|napisał[a]?|powiedział[a]?)(?![\p{L}])|['’]s (?:order|account|invoice|parcel|lamp|chair|desk|phone|address|card|husband|wife|mother|father|house|flat|office)| [<(][^\s@<>()]{1,64}@|, (?:[Hh]ead|[Mm]anager|[Dd]irector|CEO|CFO|Geschäftsführer|[Rr]eceptionist) )/u,
);
