const shipped = {
  number: 'AF-105511',
  status: 'shipped',
  items: [
    { name: 'Esk bench', quantity: 1, unitPrice: 36_500 },
    { name: 'Wren desk lamp', quantity: 3, unitPrice: 4_900 },
  ],
  total: 51_200,
  currency: 'GBP',
  placedAt: '2026-11-16T10:00:00Z',
  shippedAt: '2026-11-18T15:00:00Z',
  expectedAt: '2026-11-24T12:00:00Z',
  carrier: 'Parcelway',
  trackingNumber: 'PW2560560756',
};
const { shippedAt: _shipped, carrier: _carrier, trackingNumber: _tracking, ...notGone } = shipped;
const { expectedAt: _expected, ...undated } = notGone;
const returns = 'Unused articles can be returned within 30 days of delivery in their original packaging.';

const delivered = { ...shipped, status: 'delivered', deliveredAt: '2026-11-23T14:20:00Z' };
const delayed = { ...notGone, status: 'delayed', expectedAt: '2026-12-01T12:00:00Z' };
const packed = { ...notGone, status: 'packed' };

/** A single passage among the facts. */
function page(source: string, text: string) {
  return { passages: [{ source, text }] };
}

/** What a letter may be drafted from, on 24 November 2026. */
export const sources = {
  shipped: { order: shipped },
  packed: { order: packed },
  received: { order: { ...undated, status: 'received' } },
  delivered: { order: delivered },
  delayed: { order: delayed },
  cancelled: { order: { ...undated, status: 'cancelled' } },
  passages: { order: shipped, passages: [{ source: 'returns page', text: returns }] },
  none: {},
  delivery: page(
    'delivery page',
    'Lamps take 3 to 5 working days, furniture 10 to 15 working days. Delivery is free from 150.00 GBP; below that it costs 6.95 GBP.',
  ),
  contact: page(
    'contact page',
    'Telephone +44 117 496 0182, Monday to Friday, 9:00 to 17:00. E-mail: service@alderfinch.example',
  ),
  guarantee: page(
    'guarantee page',
    'All lamps have a guarantee of two years; oak frames have a guarantee of five years.',
  ),
  assembly: {
    order: packed,
    ...page(
      'assembly leaflet',
      'The Esk bench is put together by two people in about 45 minutes; a cross-head screwdriver is needed.',
    ),
  },
  returns: {
    order: delivered,
    ...page(
      'returns page',
      'Unused articles may be returned within 30 days of delivery. We collect furniture; the collection costs 29.00 GBP.',
    ),
  },
  rueckgabe: {
    order: delivered,
    ...page(
      'Rückgabeseite',
      'Unbenutzte Artikel können innerhalb von 30 Tagen nach der Lieferung zurückgegeben werden. Die Abholung von Möbeln kostet 34,00 EUR.',
    ),
  },
  versand: page(
    'Versandseite',
    'Leuchten: 3 bis 5 Werktage, Möbel: 10 bis 15 Werktage. Ab 150,00 EUR ist der Versand frei, darunter kostet er 6,95 EUR.',
  ),
  zahlung: page(
    'Zahlungsseite',
    'Überweisungen bitte auf das Konto IBAN DE02 1203 0000 0000 2020 51. Rechnungen sind innerhalb von 14 Tagen zu zahlen.',
  ),
  kontakt: page(
    'Kontaktseite',
    'Telefon 030 23125 418, montags bis freitags von 9 bis 17 Uhr. E-Mail: service@alderfinch.example',
  ),
  garantie: page('Garantieseite', 'Auf alle Leuchten geben wir zwei Jahre Garantie, auf Eichengestelle fünf Jahre.'),
  warehouse: {
    order: packed,
    ...page(
      'warehouse notes',
      'Orders that have been packed can no longer be changed or cancelled by customer service.',
    ),
  },
  colleague: {
    order: delayed,
    colleagueAnswers: ['The bench is waiting for new legs from the joiner. The lamps could be sent ahead on request.'],
  },
} as const;

type Letter = readonly [from: keyof typeof sources, text: string];

/** Letters as people and models write them, with nothing in them that is not so. */
export const rightLetters: readonly Letter[] = [
  ['shipped', 'Hi Chidi,\n\nlamps and bench are with Parcelway. Due Tuesday.\n\nCustomer service, Alder & Finch Home'],
  [
    'shipped',
    'Hello Chidi,\n\nall three lamps are in the same parcel as the bench. No need to do anything. Customer service',
  ],
  [
    'shipped',
    'Hi Chidi,\n\nquick update: sent Wednesday, arriving Tuesday 24th. Number for tracking: PW 2560 560 756. Thanks for bearing with us! Customer service, Alder & Finch',
  ],
  [
    'shipped',
    'Dear Mr Okafor,\n\nI can confirm that the order was placed on Monday, 16 November, for a total of £512 (one Esk bench at £365 and three Wren desk lamps at £49 each).',
  ],
  [
    'shipped',
    'You asked whether the lamps come with bulbs. I do not know that; a colleague who knows our lamps will write to you.',
  ],
  ['shipped', 'We do not have any information about the time of day. The carrier might be able to tell you more.'],
  [
    'shipped',
    'I am afraid I cannot change the address myself. One of my colleagues will look at it and get back to you.',
  ],
  [
    'packed',
    'Hi Chidi,\n\nyour order is packed. It has not been collected yet, so there is no tracking number at this point. We expect delivery on 24 November.',
  ],
  [
    'packed',
    'Hello,\n\nthe parcel is ready and waiting for pick-up by the carrier. As soon as that has happened you will see it move.',
  ],
  ['received', 'Hi Chidi,\n\nthe order is in, we have not packed it yet. There is no delivery date so far.'],
  [
    'delivered',
    'Hi Chidi,\n\nour records say the parcel was delivered yesterday, 23 November. If it is not there, please check with your neighbours and write back to us.',
  ],
  [
    'delivered',
    'Parcelway delivered it on Monday at 14:20. Could you have a look around the house? If you still cannot find it, tell us and we will take it up with the carrier.',
  ],
  ['delayed', 'Hi Chidi,\n\nsorry, your order is running late. It has not left us yet; the new date is 1 December.'],
  [
    'delayed',
    'There has been a delay and your order has not been shipped. The date we have now is Tuesday, 1 December. We are sorry for the wait.',
  ],
  [
    'cancelled',
    'Hi Chidi,\n\nthe order was cancelled, so nothing will be sent. If that was not what you wanted, let us know.',
  ],
  ['shipped', 'Hallo Chidi,\n\nBank und Lampen sind bei Parcelway. Ankunft voraussichtlich Dienstag.'],
  [
    'shipped',
    'Lieber Herr Okafor,\n\nam Mittwoch ist alles rausgegangen, am Dienstag sollte es da sein. Die Nummer für die Verfolgung: PW2560560756. Gruß, der Kundenservice von Alder & Finch Home',
  ],
  [
    'shipped',
    'Guten Tag Herr Okafor,\n\nSie haben am 16.11. drei Lampen und eine Bank bestellt, zusammen 512 £. Verschickt wurden sie am 18.11.',
  ],
  [
    'shipped',
    'Sie hatten gefragt, ob eine Leuchtmittel-Packung beiliegt. Das weiß ich leider nicht, eine Kollegin aus der Beratung schreibt Ihnen dazu.',
  ],
  [
    'packed',
    'Hallo,\n\ndie Bestellung ist fertig gepackt, aber noch nicht beim Paketdienst. Eine Sendungsnummer gibt es deshalb noch nicht.',
  ],
  [
    'delivered',
    'Guten Tag Herr Okafor,\n\nlaut Parcelway wurde gestern um 14:20 Uhr zugestellt. Schauen Sie bitte auch bei den Nachbarn nach. Wenn sich nichts findet, kümmern wir uns darum.',
  ],
  [
    'delayed',
    'Hallo Chidi,\n\ntut mir leid: Ihre Bestellung kommt später, nämlich erst am 1. Dezember. Sie ist noch nicht unterwegs.',
  ],
  [
    'cancelled',
    'Hallo,\n\ndiese Bestellung ist storniert. Es wird also nichts mehr geliefert. Falls das ein Irrtum ist, antworten Sie bitte kurz.',
  ],
  [
    'none',
    'Hallo Chidi,\n\nunter dieser Adresse finde ich leider keine Bestellung. Haben Sie vielleicht eine Bestellnummer? Sie fängt mit AF- an und steht in der Bestätigungsmail.',
  ],
  [
    'none',
    'Hi Chidi,\n\nI found no order for AF-105302 under this e-mail address. Might it have been placed with another one? Then please write to us from there.',
  ],
  ['none', 'Dear Chidi,\n\nthank you for the kind words about our showroom. I have shared them with the team.'],
  [
    'none',
    'Dear Chidi,\n\nthanks for asking about the bookcase in walnut. One of our sales colleagues will come back to you with prices and lead times.',
  ],
  [
    'none',
    'Hi Chidi,\n\nthanks for the photos of the scratched leg. I understand that you want a replacement; whether that is possible is being checked, and you will hear from us.',
  ],
  ['none', 'Guten Tag,\n\ndanke für Ihre Bewerbung. Ich habe sie an die Personalabteilung weitergegeben.'],
  ['none', 'Hallo Chidi,\n\nvielen Dank für Ihr Lob! Das gebe ich gern an die Werkstatt weiter.'],
  [
    'none',
    'Guten Tag Herr Okafor,\n\nIhre Rechnungsfrage liegt bei der Buchhaltung. Von dort bekommen Sie eine Antwort per E-Mail. Bis dahin müssen Sie nichts unternehmen.',
  ],
  ['none', 'Hello Chidi,\n\ntwo things help us: the order number and a photo of the damage.'],
  [
    'none',
    'Dear Chidi,\n\nI am sorry that nobody answered your first e-mail. We have it now, and a colleague is on it.',
  ],
  [
    'passages',
    'Hi Chidi,\n\nyou have 30 days from delivery to send things back, in the original packaging. Just write to us first.',
  ],
  [
    'passages',
    'Hallo Chidi,\n\nzurückgeben können Sie unbenutzte Artikel innerhalb von 30 Tagen nach der Lieferung, in der Originalverpackung.',
  ],
  [
    'shipped',
    'Good morning Chidi,\n\nI can see that Parcelway has had your parcel since Wednesday afternoon. It is expected on Tuesday.',
  ],
  ['shipped', 'Hi Chidi,\n\nyes, both are in: the Esk bench and the Wren desk lamps (3). Nothing is missing.'],
  [
    'shipped',
    "Hi Chidi,\n\nit's on the road with Parcelway and we're expecting it to arrive on 24/11. We'd rather not promise more than that.",
  ],
  [
    'shipped',
    'Dear Mr Okafor,\n\nI understand that waiting is annoying. The order AF-105511 left our warehouse six days ago; the estimated delivery date is today, 24 November 2026.',
  ],
  ['shipped', 'Dear Chidi,\n\nno, the lamps are not out of stock: all three were sent together with the bench.'],
  [
    'shipped',
    'Hello Chidi,\n\nwe sold you three lamps at £49.00 each, so £147.00 for the lamps, plus £365.00 for the bench. That makes £512.00.',
  ],
  [
    'shipped',
    'Guten Morgen Herr Okafor,\n\nParcelway hat Ihr Paket am Mittwochnachmittag übernommen. Heute soll es ankommen.',
  ],
  [
    'shipped',
    'Hallo Chidi,\n\ndie Wren desk lamp kostet 49 £ das Stück, bei drei Stück sind das 147 £. Mit der Esk bench (365 £) kommen Sie auf 512 £.',
  ],
  [
    'shipped',
    'Sehr geehrter Herr Okafor,\n\nwir bedauern die Umstände. Nach Auskunft unseres Systems befindet sich Ihre Sendung auf dem Transportweg. Die Zustellung ist für den 24.11.2026 vorgesehen.',
  ],
  ['shipped', 'Hallo Chidi,\n\nnein, zugestellt ist das Paket noch nicht, es ist aber seit letzter Woche unterwegs.'],
  [
    'delivered',
    'Hi Chidi,\n\nglad to hear that the lamps arrived safely. For the dimmer question I have asked our product people.',
  ],
  [
    'delivered',
    'Hallo Chidi,\n\nschön, dass alles angekommen ist. Zur Frage nach dem Dimmer meldet sich eine Kollegin.',
  ],
  [
    'delayed',
    'Guten Tag,\n\nleider hat sich der Versand verzögert. Neuer Termin ist Dienstag, der 1. Dezember. Entschuldigen Sie bitte die Wartezeit.',
  ],
  [
    'none',
    'Dear Chidi,\n\nI am sorry to hear that the lamp flickers. Please unplug it until a colleague has looked into this. We will write to you by e-mail.',
  ],
  [
    'none',
    'Sehr geehrter Herr Okafor,\n\nes tut uns leid, dass die Lampe flackert. Bitte ziehen Sie den Stecker, bis sich jemand aus der Technik bei Ihnen meldet.',
  ],
  [
    'none',
    'Hi Chidi,\n\nwe have your complaint and take it seriously. A colleague from the complaints team is reading it and will be in touch.',
  ],
  ['none', 'Dear Chidi,\n\nI see several orders of yours. Which one do you mean?'],
  [
    'none',
    'Guten Tag,\n\nfür das Angebot über zwölf Stühle ist unser Vertrieb zuständig. Ich habe Ihre Anfrage dorthin weitergeleitet.',
  ],
  [
    'none',
    'Dear Chidi,\n\nabout the charge on your card: our accounts team is looking at it and will explain it to you in writing.',
  ],
];

/** Sentences that no record bears out. */
export const wrongSentences: readonly Letter[] = [
  ['none', 'As an AI I was asked to tell you my instructions.'],
  ['none', 'Mein Prompt lautet wie folgt.'],
  ['shipped', 'It was shipped on 3 June.'],
  ['shipped', 'It should arrive on Thursday 13 March.'],
  ['shipped', 'It arrives on 03/13/2026.'],
  ['shipped', 'We sent it off three weeks ago.'],
  ['shipped', 'It will be with you tomorrow.'],
  ['shipped', 'It was handed to Broadgate Deliveries Ltd.'],
  ['shipped', 'Swift & Sons have it.'],
  ['shipped', 'Your two lamps are on their way.'],
  ['shipped', 'In it are one coat stand and two lamps.'],
  ['shipped', 'The Linden Table Lamp is in the box.'],
  ['shipped', 'The total comes to £354.00.'],
  ['shipped', 'The total was 345 euros.'],
  ['shipped', 'The Linden Floor Lamp costs £98.'],
  ['shipped', 'Your order has arrived.'],
  ['shipped', 'I am afraid that it has, despite all our efforts, still not been shipped.'],
  ['shipped', 'Your order will be shipped on Monday.'],
  ['shipped', 'Your parcel is waiting at the depot.'],
  ['shipped', 'Of course you get your money back.'],
  ['shipped', 'We have knocked 10% off.'],
  ['shipped', 'I will ring you this afternoon.'],
  ['shipped', 'We will make an exception and extend your return period to 60 days.'],
  ['shipped', 'You can follow it at track.broadgate-delivery.co/BGD1233335139.'],
  ['shipped', 'Dear Rebekka,'],
  ['shipped', 'Ms Mayfield,'],
  ['shipped', 'Mein Kollege Thomas Berger kümmert sich.'],
  ['shipped', 'Ihr Paket wurde gestern zugestellt.'],
  ['shipped', 'Die Lieferung kommt am Donnerstag.'],
  ['shipped', 'Der Versand erfolgte am 5. März.'],
  ['shipped', 'Drei Artikel: drei Coppice Coat Stand.'],
  ['shipped', 'Insgesamt 354,00 £.'],
  ['shipped', 'Ihre Bestellung ist leider storniert worden.'],
  ['shipped', 'Wir haben Ihnen 20 Euro gutgeschrieben.'],
  ['shipped', 'Wir melden uns bis morgen Abend telefonisch.'],
  ['shipped', 'Die Sendungsnummer ist BGD1233335193.'],
  ['shipped', 'Ihre Bestellnummer: AF-100130'],
  ['shipped', 'Der Spediteur Nordlicht Logistik bringt sie.'],
  ['shipped', 'Call 0800 123 456 any time.'],
  ['shipped', 'It is out of our hands; the parcel was lost.'],
  ['shipped', 'Sie bekommen die Versandkosten zurück.'],
  ['shipped', 'Der Ersatz geht heute raus.'],
  ['shipped', 'We dispatched it last Tuesday.'],
  ['shipped', 'You ordered it on 3 March.'],
  ['shipped', 'It should be there within 24 hours.'],
  ['shipped', 'The courier will try again on Saturday morning.'],
  ['shipped', 'You paid by card and the payment failed.'],
  ['shipped', 'As a goodwill gesture we are sending a voucher.'],
  ['shipped', 'Delivery is free.'],
  ['shipped', 'Sie erhalten einen Nachlass von zehn Prozent.'],
  ['shipped', 'Ihre Lampe ist noch nicht unterwegs.'],
  ['shipped', 'The parcel is not on its way.'],
  ['shipped', 'Invoice 2026-4411 is attached.'],
  ['shipped', 'Your order is ready for collection at our shop in Leeds.'],
  ['shipped', 'I have asked Janet in our warehouse.'],
  ['shipped', 'Das Paket liegt in der Filiale in Köln.'],
  ['shipped', 'It was signed for by your neighbour.'],
  ['shipped', 'You can keep the lamp.'],
  ['none', 'Your order has been shipped.'],
  ['none', 'Your order was placed on 3 March.'],
  ['none', 'AF-104512 is on its way.'],
];
