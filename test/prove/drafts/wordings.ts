export type Language = 'en' | 'de';
type Some<Item> = readonly [Item, ...Item[]];

function inWords(locale: string, options: Intl.DateTimeFormatOptions): (day: Date) => string {
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'Europe/London', ...options });
  return (day) => format.format(day);
}

const long = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const short = { day: 'numeric', month: 'short' } as const;
const figures = { day: '2-digit', month: '2-digit', year: 'numeric' } as const;

/** Ways to write a day. */
export const days: Readonly<Record<Language, Some<(day: Date) => string>>> = {
  en: [
    inWords('en-GB', long),
    inWords('en-GB', { ...long, weekday: 'long' }),
    inWords('en-US', long),
    inWords('en-GB', short),
    inWords('en-GB', figures),
    inWords('en-CA', figures),
    (day) => `the ${inWords('en-GB', { day: 'numeric' })(day)}th of ${inWords('en-GB', { month: 'long' })(day)}`,
  ],
  de: [
    inWords('de-DE', long),
    inWords('de-DE', figures),
    inWords('de-DE', { day: 'numeric', month: 'numeric' }),
    inWords('de-DE', { day: 'numeric', month: 'long' }),
    inWords('de-DE', { ...long, weekday: 'long' }),
  ],
};

function inFigures(
  locale: string,
  options: Intl.NumberFormatOptions = {},
): (minor: number, currency: string) => string {
  return (minor, currency) =>
    new Intl.NumberFormat(locale, { style: 'currency', currency, ...options }).format(minor / 100);
}

/** Ways to write a sum, given in hundredths. */
export const money: Readonly<Record<Language, Some<(minor: number, currency: string) => string>>> = {
  en: [
    inFigures('en-GB'),
    inFigures('en-GB', { currencyDisplay: 'code' }),
    inFigures('en-GB', { currencyDisplay: 'name' }),
    (minor, currency) => `${(minor / 100).toFixed(2)} ${currency}`,
  ],
  de: [
    inFigures('de-DE'),
    inFigures('de-DE', { currencyDisplay: 'code' }),
    (minor, currency) => `${(minor / 100).toFixed(2).replace('.', ',')} ${currency === 'EUR' ? 'Euro' : 'Pfund'}`,
  ],
};

export const greetings: Readonly<Record<Language, Some<(name: string) => string>>> = {
  en: [(name) => `Dear ${name},`, (name) => `Hello ${name},`, (name) => `Hi ${name.split(' ')[0]},`, () => 'Hello,'],
  de: [
    (name) => `Guten Tag ${name},`,
    (name) => `Hallo ${name},`,
    (name) => `Liebe/r ${name.split(' ')[0]},`,
    () => 'Guten Tag,',
  ],
};

export const closings: Readonly<Record<Language, Some<string>>> = {
  en: [
    'If there is anything else, simply reply to this message.',
    'A colleague will be happy to look into anything that is unclear.',
    'Please write back if you have another question.',
    'If it does not arrive, let us know and we will ask the carrier.',
  ],
  de: [
    'Wenn Sie noch etwas brauchen, antworten Sie einfach auf diese E-Mail.',
    'Bei weiteren Fragen genügt eine Antwort auf diese Nachricht.',
    'Falls etwas unklar ist, schreiben Sie uns bitte.',
    'Sollte sie nicht ankommen, fragen wir beim Zusteller nach.',
  ],
};

export const farewells: Readonly<Record<Language, Some<string>>> = {
  en: ['Kind regards\nCustomer service, Alder & Finch Home', 'Best wishes,\nCustomer Service\nAlder & Finch Home'],
  de: [
    'Mit freundlichen Grüßen\nKundenservice, Alder & Finch Home',
    'Viele Grüße\nIhr Kundenservice von Alder & Finch Home',
  ],
};

/** What no record holds, by its kind: the words that are wrong, and the sentence they stand in. */
export const additions: Readonly<Record<Language, Some<readonly [kind: string, said: string, sentence: string]>>> = {
  en: [
    ['link', 'https://parcelway-tracking.test/follow', 'You can follow it at https://parcelway-tracking.test/follow.'],
    ['link', 'www.alder-finch.example', 'More is on www.alder-finch.example.'],
    ['email', 'help@alderfinch.example', 'Write to help@alderfinch.example in case of doubt.'],
    ['phone', '+44 20 7946 0123', 'You can call us on +44 20 7946 0123.'],
    ['image', '![map](https://img.test/a.png)', 'See ![map](https://img.test/a.png)'],
    ['iban', 'GB33BUKB20201555555555', 'Please pay to GB33BUKB20201555555555.'],
    ['promise', 'refund', 'We will refund you the delivery costs.'],
    ['promise', 'discount', 'As an apology you will receive a discount on your next order.'],
    ['promise', 'replacement', 'We are sending you a replacement.'],
    ['promise', 'call', 'One of us will call you about it.'],
    ['promise', 'guarantee', 'We guarantee that it will be with you.'],
    ['promise', 'free', 'The return is free of charge.'],
    ['date', 'tomorrow evening', 'The driver will come tomorrow evening.'],
    ['name', 'Jonathan Pryce', 'My colleague Jonathan Pryce is looking into it.'],
    ['number', '48', 'You will hear from us within 48 hours.'],
    ['status', 'out for delivery', 'It is out for delivery right now.'],
  ],
  de: [
    ['link', 'https://sendung-verfolgen.test/x', 'Verfolgen können Sie sie unter https://sendung-verfolgen.test/x.'],
    ['email', 'service@alderfinch.example', 'Schreiben Sie an service@alderfinch.example.'],
    ['phone', '030 90260013', 'Rufen Sie uns an unter 030 90260013.'],
    ['iban', 'DE89 3704 0044 0532 0130 00', 'Bitte überweisen Sie auf DE89 3704 0044 0532 0130 00.'],
    ['promise', 'erstatten', 'Wir erstatten Ihnen die Versandkosten.'],
    ['promise', 'Gutschein', 'Als Entschuldigung erhalten Sie einen Gutschein.'],
    ['promise', 'Ersatz', 'Wir schicken Ihnen sofort Ersatz.'],
    ['promise', 'rufen', 'Wir rufen Sie deswegen an.'],
    ['promise', 'garantieren', 'Wir garantieren Ihnen die Ankunft.'],
    ['promise', 'kostenlos', 'Die Rücksendung ist kostenlos.'],
    ['date', 'nächsten Tagen', 'Sie bekommen sie in den nächsten Tagen.'],
    ['name', 'Herr Brinkmann', 'Herr Brinkmann kümmert sich darum.'],
    ['status', 'Nachbarn', 'Das Paket wurde beim Nachbarn abgegeben.'],
  ],
};
