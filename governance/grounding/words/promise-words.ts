export type Promised =
  | 'refund'
  | 'discount'
  | 'replacement'
  | 'call'
  | 'free'
  | 'guarantee'
  | 'compensation'
  | 'fault'
  | 'change'
  | 'return';

export const promiseNames: Readonly<Record<Promised, string>> = {
  refund: 'a refund',
  discount: 'a discount',
  replacement: 'a replacement',
  call: 'a call',
  free: 'something free of charge',
  guarantee: 'a guarantee',
  compensation: 'compensation or an exception',
  fault: 'fault admitted',
  change: 'a change of the order',
  return: 'a return or collection',
};

/** What a clause promises. `isEnough`: by these words alone; else only with words that commit. */
export const promises: readonly { promised: Promised; pattern: RegExp; isEnough?: true }[] = [
  {
    promised: 'refund',
    pattern:
      /\b(?:refund\p{L}*|money back|reimburs\p{L}*|credit(?:ed)?(?: note| your| to| back|\b)|chargeback|repa(?:y|id)|pa(?:y|id) (?:you )?back|(?:rück)?erstatt\p{L}*|geld zurück\p{L}*|gutgeschrieben|gutschrift\p{L}*|zurückgezahlt|zurückzahl\p{L}*|zurücküberw\p{L}*|rückzahlung|überwiesen|überweisen|transferred|(?:bekommen|erhalten|kriegen) (?:\p{L}+ ){0,6}zurück)/iu,
  },
  {
    promised: 'discount',
    isEnough: true,
    pattern:
      /(?:\b(?:discount\p{L}*|voucher\p{L}*|coupon\p{L}*|gift card|price reduction|reduced price|reduction|rabatt\p{L}*|gutschein\p{L}*|nachlass|off (?:next time|your next|the next|the price|your order|the bill|this order)|preisnachlass|skonto|store credit|goodwill|promo(?:tion)?(?: code)?|bonus|geschenk\p{L}*|kulanz\p{L}*)|\d\s?(?:%|percent|per cent|prozent)(?:\s(?:off|rabatt|nachlass))?)/iu,
  },
  { promised: 'discount', pattern: /\b(?:gift|geschenk)(?!\p{L})/iu },
  {
    promised: 'replacement',
    pattern:
      /\b(?:replac\p{L}*|exchang\p{L}*|a new (?:one|lamp|chair|table|piece|item|sofa|shelf)|(?:send|ship|get|sending|have) (?:you )?another (?:one|lamp|chair|table|piece)|spare part\p{L}*|resend|re-?ship|send (?:it|them|one) again|ersatz\p{L}*|austausch\p{L}*|umtausch\p{L}*|ersetz\p{L}*|neu(?:e[rsn]?)? (?:lampe|stück|exemplar|artikel|lieferung|stuhl|tisch)|neulieferung|nachlieferung|nochmals? (?:schicken|senden|liefern)|erneut (?:zu)?(?:schicken|senden|liefern|zusenden|gesendet|verschickt))/iu,
  },
  {
    promised: 'call',
    pattern:
      /\b(?:(?:call|phone|ring|telephone)(?:s|ing)? you(?! (?:may|can|have|asked))|give you (?:a (?:quick )?(?:ring|call)|a buzz)|you(?:'ll| will) (?:get|have|receive) a (?:call|phone call|ring)|(?:be|get) in touch (?:with you )?by (?:tele)?phone|call(?: you)? back|ruf\p{L}* (?:\p{L}+ ){0,6}(?:an|zurück)\b|angerufen|anzurufen|anruf\p{L}*|rückruf\p{L}*|zurückgerufen|zurückrufen|telefonisch)/iu,
  },
  {
    promised: 'free',
    isEnough: true,
    pattern:
      /\b(?:free of charge|for free|ships? free|for nothing|(?:at )?no (?:extra |additional |further )?(?:cost|charge)\p{L}*(?: to you)?|without (?:extra |additional |any )?(?:cost|charge)s?|free (?:shipping|delivery|return\p{L}*|replacement|of (?:any )?cost)|(?:delivery|shipping|returns?|collection|it) (?:is|are|will be) (?:always |completely |entirely |absolutely |totally )?free|(?<!(?:feel|be|is|are|still|-) ?)free (?!to(?!\p{L})|of|time|text|from|on|and|if|for|when|shipping|delivery|returns?)\p{L}{3,}|^\W*(?:just |simply )*(?:have (?:the|one|another) (?:next|second|lamp|chair|other)|consider (?:it|this|that|the \p{L}+|yourself) (?:\p{L}+ )?(?:paid|settled|yours|refunded)|expect (?:a|an) (?:call|visit|voucher|refund))|(?:on|auf) (?:me|mich)(?=\W*$)|complimentary|(?:our|my) treat|aufs haus|on the house|on us\b|(?:at|to) our (?:own )?(?:expense|cost)|(?:costs?|cost you|costs you) nothing|nothing to pay|auf unsere kosten|(?:geht|gehen|ginge) auf uns|kostet (?:sie )?nichts|kostenlos\p{L}*|kostenfrei\p{L}*|gratis|umsonst|(?:ist|sind|wird|bleibt) (?:(?:der|die|das|ihre?|für sie) ){0,2}(?:versand|lieferung|rücksendung|rückgabe|abholung|montage) (?:\p{L}+ ){0,2}frei|(?:versand|lieferung|rücksendung|rückgabe|abholung|montage) (?:ist|sind|wird|bleibt) (?:\p{L}+ ){0,2}frei|versandkostenfrei|ohne (?:zusätzliche |weitere |extra )?(?:kosten|aufpreis|berechnung|mehrkosten)|express(?:\b|\p{L}+|[ -]?(?:delivery|shipping|versand|lieferung))|upgrad\p{L}*|next[- ]day delivery|priority (?:delivery|shipping))/iu,
  },
  {
    promised: 'guarantee',
    isEnough: true,
    pattern:
      /\b(?:guarante\p{L}*|(?:warranty|garantie|gewährleistung) (?:\p{L}+ )?(?:covers?|applies|includes|deckt|greift|gilt)|promis\p{L}*|assure you|you have (?:my|our) word|without fail|(?:date|day|it|termin|tag) (?:is|ist|steht) (?:now |jetzt |nun )?(?:certain|fixed|firm|final|sicher|fest|endgültig)|(?:firm|fixed|final) date|no (?:further|more) delays?|fester termin|feste[rn]? termin|for (?:sure|certain)|definitely|certainly (?:be|arrive|reach|get)|no matter what|rest assured|(?:rely|count|depend) on (?:it|us|that|this|me)|(?:before|by|in time for) (?:christmas|easter|new year)|darauf verlassen|darauf (?:können|dürfen) sie sich verlassen|verlassen sie sich|(?:vor|bis|rechtzeitig zu\p{L}*) (?:weihnachten|ostern|neujahr|heiligabend|dem fest)|zum fest da|garantier\p{L}*|verspr(?:e|o|i)ch\p{L}*|zugesichert|zusichern|sichern wir|(?:ganz|sehr) sicher|mit sicherheit|auf jeden fall|definitiv|verbindlich\p{L}*|hundertprozentig|fest zu(?:sagen|gesagt)|sagen (?:\p{L}+ ){0,3}zu\b|versichern wir|bestimmt bei)/iu,
  },
  {
    promised: 'compensation',
    pattern:
      /\b(?:compensat\p{L}*|(?:a|an|some|little|small) (?:\p{L}+ )?(?:something extra|something in|goodie|surprise (?:is |)(?:waiting|for you|in the|on its))|kleine (?:überraschung|aufmerksamkeit)|reparation|make it up to you|make up for|cover(?:ing)? (?:the|all|your|any)(?: \p{L}+)? costs?|waiv\p{L}*|an exception|extend(?:ed|ing)? (?:the|your) (?:warranty|guarantee|return)|keep (?:the (?!box|packag|carton|receipt|invoice|wrapp|label|number|e-?mail|date)|it\b|both\b|them\b)|entschädig\p{L}*|schadenersatz|schadensersatz|kosten (?:übernehm\p{L}*|erstatt\p{L}*|tragen)|übernehmen (?:wir )?(?:\p{L}+ ){0,3}kosten|ausnahme|erlassen|wiedergutmach\p{L}*|behalten|garantieverlängerung|verlänger\p{L}*)/iu,
  },
  {
    promised: 'fault',
    isEnough: true,
    pattern:
      /\b(?:(?:take|accept|assume|bear) (?:the |full |all )*(?:responsibility|blame|liability)|fault (?:was|is|lies)|schuld (?:war|ist|sind|lag|trägt|tragen)|admits?\b|(?:was|were) (?:entirely |all )?ours\b|(?:our|my) (?:own )?(?:fault|mistake|error)|we (?:are|were) (?:fully |entirely )?(?:to blame|responsible|liable|at fault)|we (?:made|have made) a mistake|(?:unser|mein) (?:fehler|verschulden|versehen)|wir haften|haben (?:wir )?(?:\p{L}+ )?(?:einen )?fehler gemacht|unsere schuld|liegt (?:allein )?(?:an|bei) uns|(?:wir|ich) (?:sind|bin|ist) (?:\p{L}+ ){0,3}(?:verantwortlich|schuld|haftbar|verpflichtet))/iu,
  },
  {
    promised: 'change',
    isEnough: true,
    pattern:
      /\b(?:(?:we|i)(?:'ve| have|'ll| will)? (?:\p{L}+ )?(?:changed?|updated?|amend\p{L}*|redirect\p{L}*|cancel(?:led|ed)?|added|upgraded) (?:the|your|it|an?)(?: \p{L}+)*|(?:haben|werden) (?:wir )?(?:\p{L}+ ){0,5}(?:geändert|umgeleitet|ändern|umleiten|hinzugefügt|storniert (?:für sie)|stornieren)|on your behalf|(?:address|name|e-?mail|number|details|account|order|subscription|data)\b.{0,20}\b(?:has been|have been|was|were|is now|are now) (?:\p{L}+ )?(?:changed|updated|amended|corrected|saved|deleted|removed|closed|added|merged|adjusted|noted down)|(?:adresse|anschrift|konto|daten|name|nummer|newsletter)(?: [\p{L}-]+){0,3} (?:ist|wurde|sind|wurden) (?:\p{L}+ ){0,3}(?:geändert|aktualisiert|gespeichert|gelöscht|angepasst|korrigiert|hinterlegt|umgestellt))/iu,
  },
  {
    promised: 'return',
    pattern:
      /\b(?:collect (?:it|them|the)|pick (?:it|them) up(?! with| from there)|(?:return|shipping|prepaid) label|courier (?:will|to) (?:collect|pick)|take (?:it|them) back|rücksendeetikett|retourenlabel|retourenschein|rücksendeschein|holen (?:wir |\p{L}+ ){0,5}ab\b|abholen lassen|nehmen (?:wir |\p{L}+ ){0,3}zurück|zurücknehmen)/iu,
  },
];

/** Words by which the firm binds itself. */
export const commits =
  /(?:\b(?:kommt|comes|kriegen|there will)\b|\b(?:we|i|they|colleagues?|team|department|accounts)(?:'ll| will| shall| have| 've|'ve| are| am| 'm|'m|'re| can| do| gladly| happily|\b)|\b(?:will|shall|has been|have been|been|was|were|is being|are being|is|are|gets?|approved|granted|arranged|issued|initiated|processed)\b|\byou(?:'ll| will| may| might|'re| are|'ve| have| can| get| receive)|\b(?:there(?:'s| is| are)|liegt|liegen|finden|let us|allow us|please (?:accept|use|find)|here is|use the code|enclosed|attached|as an? (?:apology|thank)|entitled)|\b(?:wir|ich|kolleg\p{L}*|buchhaltung)\b|\b(?:wird|werden|wurde[n]?|ist|sind|erhalten|bekommen|können|haben|bieten|schicken|geht|gehen|folgt|dürfen|darf|veranlasst|genehmigt|gewähr\p{L}*|steht ihnen|als (?:entschuldigung|dankeschön)|anbei))/iu;

/** Words that say that it is wished for, looked into, or not to be had. */
export const hedges =
  /(?:\b(?:rather than|than promise|without (?:being able|wanting|wishing|meaning)|whether|if (?:you|a|the|we|it)|would like|you (?:want|wish|asked|mention\p{L}*|request\p{L}*|wrote|are asking|would|raised|describe\p{L}*)|your (?:\p{L}+ )?(?:request|wish|question|enquiry|inquiry|query|message|e-?mail)|request(?:ed)? (?:for|about|to)|question(?:s)? (?:about|on|regarding)|regarding|concerning|about (?:a|the|your)\b|checking|looking (?:in)?to|look into|is being (?:checked|looked)|will (?:check|look|review)|unable|cannot|can't|can not|not (?:yet |able |been |promise|\p{L}+ )?|never|without knowing|n't|no (?:refund|replacement|discount|information|details)|nothing about|before we|ob (?:wir|sie|eine?|ihnen|das|die|ein)|möchten|wünsch\p{L}*|wunsch|gebeten|bitten um|ihre[rnm]? (?:\p{L}+ )?(?:bitte|wunsch|anfrage|frage|nachricht|anliegen|rückruf)|frage[n]? (?:nach|zu|zur|zum)|anfrage|prüf\p{L}*|überprüf\p{L}*|geprüft|wegen (?:ihrer|der|einer|ihres|des)|bezüglich|hinsichtlich|nichts?|keine?[rnsm]?|erst)\b|n't\b)/iu;
