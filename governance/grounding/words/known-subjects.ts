const wordsIn = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

/** What English letters of a firm speak of without telling a tale: the record, the letter, the order and its days. */
export const englishSubjects = wordsIn(`
  order parcel package shipment consignment delivery deliveries item article good goods piece box collection return exchange refund cancellation assembly shipping dispatch
  lamp chair table bench bulb bookcase desk sofa mirror rug shelf shade frame leg screw cable cushion top back seat stool footstool sideboard pair set piece part lot rest remainder
  date day time hour week month morning afternoon evening weekend moment while delay wait waiting estimate schedule slot window deadline period stage step
  record system entry file account book list page site shop note log data detail information status state history field form reference number code barcode link digit line figure
  total sum amount price cost charge postage value balance invoice payment discount tax quantity count difference unit
  message e-mail email mail letter reply answer question request enquiry inquiry query complaint feedback review photo picture story word point matter issue problem case subject topic
  reason explanation cause news update apology mistake mix-up typo confusion misunderstanding wish choice option decision thing something anything nothing everything
  colleague office team department accounts sales service staff person customer recipient sender people someone colleague carrier courier neighbour address name house door mailbox inbox folder
  warranty guarantee policy rule law term condition leaflet instruction manual guide screwdriver tool material colour color size height width driver
  patience experience impression feeling frustration annoyance disappointment anger worry concern hope thanks compliment praise kindness pleasure joy smile finger eye heart mind way mile
  pleasure nuisance shame pity relief delight bit whole version start beginning end
  confirmation notification tracking redirection change check search look quote hold position role job application vacancy newsletter subscription year text sentence arrival departure journey route network
`);

/** What stands before a verb and is no noun. */
export const noSubjects = wordsIn(`
  as at and or but so than with to of in on by for from that this these those there here it its he she we you i they them who which what one ones two three four five six
  seven eight nine ten first second third last next new old other others same both all each every any some none few many more most little much own rest be been
  itself myself yourself themselves himself herself yours mine ours theirs it's that's i'll i've we've you've we'll the a an our your my very too now then also not never ever
  black white red blue green grey brown natural brass early late latest only just already still yet soon where when how why if whether because since while though although until
  yesterday today tomorrow sorry happy glad good bad best right wrong sure present past left
`);

/** The same of German ones, by how they end: what is made of two nouns is what the last one is. */
export const germanSubjects =
  /(?:bestellung|paket|pakete|sendung|lieferung|ware|artikel|stücke?|teile?|karton|zustellung|rücksendung|rückgabe|retoure|erstattung|stornierung|abholung|montage|aufbau|versand|leuchten?|lampen?|stuhl|stühle|tische?|bank|bänke|regale?|sessel|sofas?|spiegel|teppiche?|leuchtmittel|birnen?|schrauben?|beine?|datum|tage?|termine?|zeit|uhrzeit|stunden?|wochen?|woche|monate?|wochenende|verspätung|verzögerung|wartezeit|dauer|frist|datensatz|eintrag|system|unterlagen|akte|vorgang|seite|status|stand|stelle|angaben?|daten|informationen?|nummer|nummern|code|link|feld|summe|betrag|preis|kosten|porto|gebühr|wert|rabatt|zahlung|rechnung|mails?|brief|nachricht|antwort|frage|anfrage|bitte|wunsch|anliegen|beschwerde|lob|hinweis|fotos?|bilder|bild|worte?|zeilen?|punkt|sache|fall|thema|problem|grund|gründe|ursache|erklärung|auskunft|nachfrage|neuigkeit(?:en)?|nachrichten|fehler|tippfehler|verwechslung|missverständnis|änderung|kolleg(?:e|in|en|innen)|team|abteilung|vertrieb|verwaltung|zentrale|buchhaltung|personalabteilung|kundenservice|service|mitarbeiter(?:in)?|person|kundin|kunde|paketdienst|zustelldienst|versender|zusteller|fahrer(?:in)?|nachbar(?:in|n)?|adresse|anschrift|name|namen|konto|haus|tür|postfach|ordner|spam-ordner|garantie|gewährleistung|regel|bedingungen|anleitung|faltblatt|farbe|größe|material|auftrag|geduld|eindruck|gefühl|ärger|enttäuschung|freude|hoffnung|interesse|dank|kritik|rückmeldung|bestätigung|bewerbung|stellen?|newsletter|weg|schritte?|dinge?|kratzer|sortiment|auswahl|angebot|jahr|text|satz|feuerwehr|dutzend|versprechen|reihe|mal|ganze[ns]?|gute|beste|gleiche|folgende[ns]?|nächste|letzte|erste[ns]?|neue[rs]?|bessere)$/iu;
