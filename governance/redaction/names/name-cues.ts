/** What stands in front of a name. Each ends where the name begins. */
const honorific =
  '(?:[Mm]r|[Mm]rs|[Mm]s|Mx|Miss|[Dd]r|[Pp]rof(?:essor)?|Sir|Rev|Herrn?|Frau|M(?=\\.)|[Mm]onsieur|[Mm]adame|Mme|Mlle|Maître|[Ss]eñor(?:a|ita)?|[Ss]ra?|[Ss]rta|[Dd]oña|[Dd]on|[Ss]ignor(?:a|ina)?|Sig(?:\\.ra|\\.na)?|Dott(?:\\.ssa|oressa)?|[Pp]an(?:[aiu]|em|owie|ią)?|Państwo|[Mm]eneer|[Mm]evrouw|[Dd]hr|[Mm]evr|[Mm]w|[Dd]e heer)\\.?';
const greeting =
  '(?:Dear|Hi|Hello|Hey|Good (?:morning|afternoon|evening)|Hallo|Liebe[rs]?|Guten (?:Tag|Morgen|Abend)|Sehr geehrte[rs]?|Moin|Servus|Bonjour|Bonsoir|Cher|Chère|Salut|Hola|Estimad[oa]|Querid[oa]|Buenos días|Buenas tardes|Ciao|Gentile|Car[oa]|Buongiorno|Buonasera|Egregio|Beste|Geachte|Dag|Hoi|Goedemorgen|Goedemiddag|Szanown[ya]|Cześć|Dzień dobry|Drog[ia]|Witam|Witaj)';
const closing =
  '(?:regards|wishes|thanks|thank you|many thanks|cheers|sincerely|faithfully|truly|best|love|grüße[n]?|grüßen|gruß|grüsse[n]?|dank|lg|vg|mfg|cordialement|salutations|amicalement|bien à vous|merci|saludos?|atentamente|gracias|cordial|saluti|cordialmente|grazie|groet(?:en|jes)?|hoogachtend|bedankt|mvg|pozdrawiam|pozdrowienia|pozdrowieniami|poważaniem|dziękuję|wyrazy szacunku|distinguées|distintos saludos)';

/** One pass over a text for all patterns that share their flags. */
function together(patterns: readonly RegExp[]): RegExp[] {
  const flags = [...new Set(patterns.map((pattern) => pattern.flags))];
  return flags.map((flag) => {
    const sources = patterns.filter((pattern) => pattern.flags === flag).map(({ source }) => `(?:${source})`);
    return new RegExp(sources.join('|'), flag);
  });
}

/** After these even a word that no list knows is a name. */
export const sureCues = together([
  new RegExp(`(?<![\\p{L}])${honorific}[ \\n]{1,2}(?:(?:Dr|Prof)\\.? ){0,2}`, 'gu'),
  new RegExp(`(?:^|\\n)[ \\t>]{0,8}${greeting},? (?:(?:${honorific}) ){0,2}`, 'giu'),
  new RegExp(`(?<![\\p{L}])${closing}[ ]{0,2}[,.!]?[ ]{0,2}\\n{1,3}[ \\t>–-]{0,6}`, 'giu'),
  /(?<![\p{L}])(?:regards|wishes|thanks|cheers|sincerely|gr[üu](?:ß|ss)en?|cordialement|saludos|saluti|groet(?:en)?|pozdrawiam), /giu,
  /(?<![\p{L}])(?:i\. ?[AV]\.|z\. ?[Hh]d\.?|[Aa]ttn\.?|[Ff][Aa][Oo]|c\/o|p\.p\.) /gu,
  /(?<![\p{L}])(?:my name(?:'s| is)|name is|mein name ist|ich hei(?:ß|ss)e|je m'appelle|mon nom est|me llamo|mi nombre es|mi chiamo|il mio nome è|mijn naam is|ik heet|nazywam się|mam na imię) /giu,
  /(?<![\p{L}])["']?(?:(?:(?:full|first|last|sur|customer|contact|account|user|company|given|family)[ _]?)?name|driver|technician|manager|from|to|b?cc|sender|author|(?:created|updated|approved|handled|reported|requested|raised|logged|reviewed|ordered|sold|taken) by|requester|assignee|assigned to|owner|reviewer|employee|member|guest|tenant|witness|next of kin|emergency contact|bearbeiter(?:in)?|sachbearbeiter(?:in)?|erstellt von|fahrer(?:in)?|mitarbeiter(?:in)?|kontakt|interlocuteur|chauffeur|contacto|remitente|referente|mittente|contatto|medewerker|kierowca|osoba kontaktowa|contact(?: person)?|customer|caller|recipient|attn|attention|fao|c\/o|signed(?: by| for by)?|cardholder|account holder|beneficiary|passenger|patient|prepared by|agent|ansprechpartner(?:in)?|kund(?:e|in)|anrufer(?:in)?|kontoinhaber(?:in)?|empfänger(?:in)?|nom|prénom|client(?:e)?|destinataire|nombre|titular|cliente|nome|intestatario|naam|klant|contactpersoon|imię i nazwisko|klient(?:ka)?|z\. ?hd\.?|t\.a\.v\.)["']?[ ]?(?:[:=–]|-)[ ]{0,2}["']?/giu,
  /(?<![\p{L}])(?:(?:my|her|his|our|your|their) (?:colleague|husband|wife|partner|son|daughter|mother|father|mum|dad|brother|sister|neighbou?r|friend|boss|manager|assistant|receptionist|secretary|caretaker|concierge|housekeeper|cleaner|electrician|plumber|builder|fitter|technician|accountant|bookkeeper|solicitor|architect|intern|carer|tenant|flatmate|driver|aunt|uncle|nephew|niece|cousin|landlord)|colleague|neighbou?r) /gu,
  /(?<![\p{L}])(?:mein(?:e[nmr]?)?|unser(?:e[nmr]?)?|ihre?[nm]?) (?:mann|frau|sohn|tochter|kolleg(?:en?|in)|nachbar(?:n|in)?|partner(?:in)?|mutter|vater|bruder|schwester|chef(?:in)?|freund(?:in)?) /giu,
  /(?<![\p{L}])(?:mon|ma|notre|votre) (?:mari|femme|fils|fille|collègue|voisine?|mère|père|frère|sœur|amie?) |(?<![\p{L}])(?:mi|nuestr[oa]|su) (?:marido|mujer|hij[oa]|colega|compañer[oa]|vecin[oa]|madre|padre|herman[oa]|espos[oa]) /giu,
  /(?<![\p{L}])(?:mi[oa]|suo|sua) (?:marito|moglie|figli[oa]|collega|vicin[oa]|madre|padre|fratello|sorella) |(?<![\p{L}])(?:mijn|onze|uw) (?:man|vrouw|zoon|dochter|collega|buurman|buurvrouw|moeder|vader|broer|zus) |(?<![\p{L}])(?:mój|moja|mojego|mojej|moim|moją) (?:mąż|męża|mężem|żona|żony|żoną|syn|syna|córka|córki|kolega|koleżanka|sąsiad(?:ka)?|brat|siostra) /giu,
]);

/** After these a name is likely, if it looks like one. */
export const likelyCues = together([
  /(?<![\p{L}])(?:this is|i am|i'm|spoke (?:to|with)|speak (?:to|with)|speaking (?:to|with)|talked (?:to|with)|chatted with|call(?:ed)? (?:from|by)|message from|(?:e-?)?mail from|letter from|asked for|ask for|contact|on behalf of|signed (?:for )?by|signed off by|accepted by|left (?:it )?with|collected by|received by|delivered to|handed (?:it )?to|addressed to|ship(?:ped)? to|deliver to|told|met|thank(?:s| you),?(?: to)?|cc(?:'d|'ing)?|assigned to|forwarded (?:it )?to|according to|per|via|with|and|from|by|to|for|or) /giu,
  /(?<![\p{L}])(?:please |can you |to )?(?:call(?: back)?|ring(?: back)?|phone|email|e-mail|text|ask|tell|remind|raised by|reported by|logged by|approved by|owner|assignee) /giu,
  /(?<![\p{L}])(?:ich bin|hier ist|hier spricht|gesprochen mit|sprach mit|von|mit|an|für|bei|und|durch|(?:mein(?:e[nmr]?)?|unser(?:e[nmr]?)?) (?:mann|frau|sohn|tochter|kolleg(?:e|en|in)|nachbar(?:n|in)?|partner(?:in)?|mutter|vater|bruder|schwester|chef(?:in)?|freund(?:in)?)|kolleg(?:e|en|in)|kund(?:e|in)|fahrer|techniker|nachbar(?:in)?) /giu,
  /(?<![\p{L}])(?:je suis|c'est|parlé (?:à|avec)|de la part de|avec|à|chez|par|de|et|pour|(?:mon|ma|notre) (?:mari|femme|fils|fille|collègue|voisine?|mère|père|frère|sœur|ami[e]?)|collègue|soy|hablé con|con|de|a|y|para|(?:mi|nuestr[oa]) (?:marido|mujer|hijo|hija|colega|compañer[oa]|vecin[oa]|madre|padre|herman[oa]|espos[oa])|sono|parlato con|da|di|per|ed?|(?:mio|mia|il mio|la mia) (?:marito|moglie|figli[oa]|collega|vicin[oa]|madre|padre|fratello|sorella)) /giu,
  /(?<![\p{L}])(?:ik ben|met|van|door|aan|voor|en|gesproken met|(?:mijn|onze) (?:man|vrouw|zoon|dochter|collega|buurman|buurvrouw|moeder|vader|broer|zus)|collega|jestem|rozmawiał[ae]?m z|z|od|przez|dla|i|(?:mój|moja|mojego|mojej|moim|moją) (?:mąż|męża|mężem|żona|żony|żoną|syn|syna|córka|córki|kolega|koleżanka|sąsiad(?:ka)?|brat|siostra)) /giu,
]);

/** What people do and are stands behind their name; for the words that follow a name right away. */
export const cueAfter =
  /^(?:,? (?:who|called|rang|phoned|wrote|said|says|asked|confirmed|told|reported|mentioned|signed|wants|wanted|complained|emailed|replied|answered|promised|insisted|agreed|refused|visited|collected|ordered|paid|is (?:my|our|the)|here|speaking|hat|ruft?|rief|schrieb|sagte|meldete|wünscht|möchte|fragt|bestellte|a (?:appelé|rappelé|écrit|dit|signé|demandé)|ha (?:chiamato|scritto|detto|llamado|escrito|dicho)|llamó|escribió|dijo|chiamò|belde|schreef|zei|vroeg|heeft|dzwonił[a]?|napisał[a]?|powiedział[a]?)(?![\p{L}])|['’]s (?:order|account|invoice|parcel|lamp|chair|desk|phone|address|card|husband|wife|mother|father|house|flat|office)| [<(][^\s@<>()]{1,64}@|, (?:[Hh]ead|[Mm]anager|[Dd]irector|CEO|CFO|Geschäftsführer|[Rr]eceptionist) )/u;
