import type { Language } from './wordings.ts';

/** A letter as somebody else would write it, with places for what the record holds. */
export interface Voice {
  language: Language;
  /** The states of an order of which it may be said. */
  of: readonly string[];
  text: string;
}

const gone = ['shipped'];
const here = ['received', 'packed'];
const any = ['received', 'packed', 'shipped', 'delivered', 'delayed', 'cancelled'];

function voices(language: Language, of: readonly string[], texts: readonly string[]): Voice[] {
  return texts.map((text) => ({ language, of, text }));
}

/** Letters in many voices, right in everything. */
export const rightVoices: readonly Voice[] = [
  ...voices('en', gone, [
    'good news: {carrier} has had your parcel since {shipped}. You will find it under {tracking}.',
    'it went out on {shipped}, so it is with {carrier} now. The number to follow it by is {tracking}.',
    'Order: {number}\nSent: {shipped}\nCarrier: {carrier}\nTracking: {tracking}',
    'I understand that you are waiting impatiently. We handed everything to {carrier} on {shipped}; since then it has been in transit.',
    'no need to worry, nothing is lost. {carrier} picked it up on {shipped} and it is on the move.',
    'you ordered on {placed} and we dispatched on {shipped}. I cannot tell you the hour of delivery, I am afraid.',
  ]),
  ...voices('en', here, [
    'your order of {placed} has not left us yet. I am sorry that I have no tracking number to give you.',
    'we have had your order since {placed}. It has not been shipped so far, and I cannot change it from here; a colleague will look into your request.',
    'nothing has been sent yet. As soon as the carrier has collected it, there will be a tracking number.',
  ]),
  ...voices(
    'en',
    ['delivered'],
    [
      'our record shows that {carrier} delivered it on {delivered}. Could a neighbour have taken it in?',
      'I am sorry to hear that something is broken. The parcel reached you on {delivered}; please send us two photos and a colleague will write to you.',
      'according to {carrier} it arrived on {delivered}. It had left us on {shipped}.',
      'Placed: {placed}\nShipped: {shipped}\nDelivered: {delivered}',
    ],
  ),
  ...voices(
    'en',
    ['delayed'],
    [
      'I am really sorry, your order of {placed} is running late. The reason is not in our record; a colleague will write to you about that.',
      'unfortunately it has been delayed. I know that this is annoying, and I wish I could tell you more.',
    ],
  ),
  ...voices(
    'en',
    ['cancelled'],
    [
      'our records show this order of {placed} as cancelled. As for the payment, I cannot see it from here; accounts will write to you.',
      'it stands as cancelled, so nothing will be delivered. If that is not what you wanted, tell us and a colleague will answer you.',
    ],
  ),
  ...voices('en', any, [
    'your order {number} comes to {total} and holds {items}.',
    'you ordered {items} on {placed}, {total} in all.',
    'thank you for your kind words. I have passed your question on, and a colleague will answer you by e-mail.',
    'I understand that you would like a refund. That is not for me to decide; a colleague will read your message and write to you.',
    'I cannot change the address myself. I have given your message to a colleague, who will take care of it.',
    'you asked three things. About the first two I know nothing, I am sorry; the order was placed on {placed}.',
  ]),
  ...voices('de', gone, [
    'Ihr Paket ist seit dem {shipped} bei {carrier}. Verfolgen können Sie es mit der Nummer {tracking}.',
    'am {shipped} ist alles rausgegangen, unterwegs ist es mit {carrier}. Die genaue Uhrzeit kenne ich leider nicht.',
    'Bestellnummer: {number}\nVersandt am: {shipped}\nVersanddienst: {carrier}\nSendungsnummer: {tracking}',
    'ich kann gut verstehen, dass Sie ungeduldig sind. Übergeben haben wir die Sendung am {shipped} an {carrier}, seitdem ist sie auf dem Weg.',
    'keine Sorge, verloren ist nichts. {carrier} hat die Sendung am {shipped} übernommen.',
    'bestellt haben Sie am {placed}, verschickt haben wir am {shipped}.',
  ]),
  ...voices('de', here, [
    'Ihre Bestellung vom {placed} hat unser Haus noch nicht verlassen. Eine Sendungsnummer gibt es deshalb noch nicht.',
    'verschickt wurde noch nichts. Ändern kann ich daran leider selbst nichts; eine Kollegin sieht sich Ihren Wunsch an und meldet sich.',
  ]),
  ...voices(
    'de',
    ['delivered'],
    [
      'laut {carrier} kam das Paket am {delivered} an. Haben Sie schon bei den Nachbarn gefragt?',
      'es tut mir leid, dass etwas beschädigt ist. Zugestellt wurde am {delivered}; bitte schicken Sie uns zwei Fotos, dann prüft eine Kollegin den Fall.',
      'Bestellt: {placed}\nVerschickt: {shipped}\nZugestellt: {delivered}',
    ],
  ),
  ...voices(
    'de',
    ['delayed'],
    [
      'leider verspätet sich Ihre Bestellung vom {placed}. Den Grund kenne ich nicht; eine Kollegin schreibt Ihnen dazu.',
      'Ihren Ärger verstehe ich. Die Bestellung hat sich verzögert, mehr geht aus unseren Unterlagen nicht hervor.',
    ],
  ),
  ...voices(
    'de',
    ['cancelled'],
    [
      'Ihre Bestellung vom {placed} ist storniert. Zu Zahlungen sehe ich hier nichts, das prüft die Buchhaltung und schreibt Ihnen.',
      'sie ist storniert, geliefert wird also nichts. Falls das ein Irrtum ist, antworten Sie bitte kurz.',
    ],
  ),
  ...voices('de', any, [
    'Ihre Bestellung {number} umfasst {items}, zusammen {total}.',
    'am {placed} haben Sie {items} bestellt, das macht {total}.',
    'danke für die netten Worte. Ihre Frage habe ich weitergegeben, eine Kollegin antwortet Ihnen per E-Mail.',
    'Sie wünschen eine Erstattung. Darüber entscheide nicht ich; eine Kollegin liest Ihre Nachricht und schreibt Ihnen.',
  ]),
];

/** Sentences that no record bears out, whatever the state of the order. */
export const wrongVoices: Readonly<Record<Language, readonly (readonly [kind: string, sentence: string])[]>> = {
  en: [
    ['promise', 'We will cover the postage this time.'],
    ['promise', 'We will throw in a set of bulbs.'],
    ['promise', 'A fitter will come round and put it up.'],
    ['promise', 'I have asked the courier to leave it in the porch.'],
    ['promise', 'You can count on us for that.'],
    ['promise', 'If anything is late, you pay nothing.'],
    ['promise', 'Send it back at our expense.'],
    ['promise', 'A new one is yours.'],
    ['promise', 'I will see to it that you are compensated.'],
    ['promise', 'You may keep it in any case.'],
    ['promise', 'We have moved your order to the front of the queue.'],
    ['promise', 'I have changed the address for you.'],
    ['payment', 'Your payment has reached us.'],
    ['payment', 'Your card has been charged.'],
    ['payment', 'The invoice has been settled.'],
    ['payment', 'The money was returned to you.'],
    ['payment', 'You paid with PayPal.'],
    ['status', 'The delay is due to a strike.'],
    ['status', 'The driver could not find your house.'],
    ['status', 'It is stuck in customs.'],
    ['status', 'The second parcel will follow.'],
    ['status', 'The box got wet at the depot.'],
  ],
  de: [
    ['promise', 'Das Porto übernehmen wir.'],
    ['promise', 'Eine Glühbirne legen wir Ihnen dazu.'],
    ['promise', 'Ein Monteur kommt bei Ihnen vorbei.'],
    ['promise', 'Wir haben den Fahrer angewiesen, vorher zu klingeln.'],
    ['promise', 'Darauf können Sie sich verlassen.'],
    ['promise', 'Sie dürfen es behalten.'],
    ['promise', 'Die Rücksendung geht auf uns.'],
    ['promise', 'Wir bringen es persönlich vorbei.'],
    ['promise', 'Beim nächsten Mal schenken wir Ihnen den Versand.'],
    ['promise', 'Die Adresse habe ich geändert.'],
    ['payment', 'Ihre Zahlung ist eingegangen.'],
    ['payment', 'Die Rechnung ist beglichen.'],
    ['payment', 'Der Betrag wurde abgebucht.'],
    ['payment', 'Das Geld ist zu Ihnen unterwegs.'],
    ['status', 'Grund ist ein Streik.'],
    ['status', 'Der Fahrer hat Sie nicht angetroffen.'],
    ['status', 'Das Paket hängt beim Zoll fest.'],
    ['status', 'Ein zweites Paket folgt.'],
  ],
};
