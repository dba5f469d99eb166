/** What money is done with: no order record holds what became of a payment. */
export const dealings =
  /(?<!\p{L})(?:paid|payments?|pay(?:s|ing|able)?|prepaid|unpaid|pennies|(?<=(?:a|every|single) )penny|refund\p{L}*|reimburs\p{L}*|credit(?:ed|s)?|charged|debit\p{L}*|deduct\p{L}*|deposits?|instal+ments?|invoice[sd]?|money|cards?|che(?:que|ck)s? (?:has|was|is|bounced|cleared)|schecks?|paypal|klarna|(?:the|your|by|my) bank(?! und)|bank (?:account|transfer|details)\p{L}*|wired?|waived|billed|bills?|(?:your|the) (?:bank )?account|price back|cash|owed?|outstanding balance|balance (?:is )?(?:still )?(?:open|due|outstanding|unpaid)|balance (?:remains|left)|direct debit|transfer(?:red|s)?|receipts?|(?:bank |your )statement|kontoausz(?:u|ü)g\p{L}*|fees? (?:has|have|was|were|is|are)|received with thanks|(?:bezahl|zahl|erstatt|überweis|ueberweis|abgebuch|abbuch|gebuch|verbuch|gutgeschrieb|gutschrift|lastschrift|anzahl|teilzahl|rückzahl|zurückzahl|vorkasse|mahn|angewiesen|anweis|guthaben|beglich|begleich|kreditkart|eingezogen|abgezogen|belastet)\p{L}*|geld\p{L}{0,2}|rückgeld|(?:betrag|summe)(?=.*(?:zurück|eingegangen|erhalten|gutgeschr|verbucht|fällig|angekommen))|ratenzahlung\p{L}*|monatsraten?|(?<=(?:in|zwei|drei|sechs|zwölf) )raten?|konto|kontos|karte|rechnung(?:en)?|gebühr\p{L}*|quittung)(?!\p{L})/giu;

/** That nothing is known of it, or that somebody looks or asks. */
export const unknowing =
  /(?:\b(?:no|not|nothing|neither|never|cannot|unable|keine?\p{L}*|nicht|nichts)\b|n['’]t\b).*\b(?:shown?|see|seen|say|tell|told|know|known|records?|information|details|visible|find|found|confirm\p{L}*|guess|data|look(?:ed)?|access|answer|angaben|angabe|sagen|sehe|sehen|unterlagen|einsehen|einsicht|wissen|weiß|steht|stehen|finde|finden|auskunft|erkennen|entnehmen|vorliegen|vor|zugriff|bestätigen|informationen|dazu)\b|\b(?:see|say|tell|know|find|sehe|sehen|sagen|finde|weiß)\b.*\b(?:no|nothing|not|keine?\p{L}*|nichts|nicht)\b/iu;

/** A matter, named and not told of: about your refund. */
export const englishMatter =
  /(?<!\p{L})(?:about|regarding|concerning|as for|as to|on the subject of|for questions (?:about|on)|question\p{L}* (?:about|on|regarding|whether)|with regard to|on (?:your|the) (?:question|refund|payment))(?!\p{L})/iu;
export const germanMatter =
  /(?<!\p{L})(?:zu(?:r|m)?|wegen|bezüglich|hinsichtlich|betreffend|was|nach|frage\p{L}* (?:zu|nach|wegen)|rechnungsfrage|über)(?!\p{L})/iu;

/** Words that have something be true of money, and not only be asked or looked for. */
export const happens =
  /(?<!\p{L})(?:is|are|was|were|has|have|had|been|will|went|goes|arrived|came|'ll|gets?|got|shall|ist|sind|war|waren|wurden?|worden|wird|werden|hat|haben|geht|gehen|ging|kommt|kam|erhalten|bekommen|steht)(?!\p{L})/iu;
