import { hasHungarianDigit } from './check-digits.ts';
import { type NumberCheck, nationalNumber } from './national-number.ts';

/** A number that a country gives to people. */
export interface PersonNumber {
  lengths: readonly number[];
  /** Letters and digits alone. */
  form: RegExp;
  checks: readonly NumberCheck[];
  /** As it is written where nothing has to say what it is: where chance makes few of them. */
  clear?: RegExp;
  /** Words of its own that say what it is. */
  said?: RegExp;
}

const any = /^/;
const day = '(?:0[1-9]|[12]\\d|3[01])';
const month = '(?:0[1-9]|1[0-2])';

export const personNumbers: readonly PersonNumber[] = [
  {
    lengths: [16],
    form: /^[A-Z]{6}[0-9LMNP-V]{2}[A-EHLMPRST][0-9LMNP-V]{2}[A-Z][0-9LMNP-V]{3}[A-Z]$/,
    checks: [nationalNumber('IT', 'codicefiscale')],
    clear: any,
  },
  {
    lengths: [8, 9],
    form: /^\d{7,8}[A-Z]$/,
    checks: [paddedDni],
    clear: /^\d[\d.]{6,9}[ -]?[A-Z]$/i,
    said: /\bdni\b|\bnif\b|d\.n\.i/,
  },
  {
    lengths: [9],
    form: /^[XYZ]\d{7}[A-Z]$/,
    checks: [nationalNumber('ES', 'nie')],
    clear: any,
    said: /\bdni\b|\bnie\b/,
  },
  { lengths: [8, 9], form: /^\d{7}[A-W][A-IWTX]?$/, checks: [nationalNumber('IE', 'pps')], clear: any, said: /\bpps/ },
  {
    lengths: [15],
    form: /^[12]\d{2}(?:0[1-9]|1[0-2]|[2-9]\d)\d[\dAB]\d{8}$/,
    checks: [nationalNumber('FR', 'nir')],
    clear: any,
  },
  { lengths: [13], form: /^[0-3]\d{12}$/, checks: [nationalNumber('FR', 'nif')], said: /\bspi\b|fisca|impôt/ },
  {
    lengths: [11],
    form: /^[1-9]\d{10}$/,
    checks: [nationalNumber('DE', 'idnr')],
    clear: /^\d\d([ ./-])\d{3}\1\d{3}\1\d{3}$/,
    said: /identifikations/,
  },
  {
    lengths: [9],
    form: /^\d{9}$/,
    checks: [nationalNumber('NL', 'bsn')],
    clear: /^\d{4}[.]\d{2}[.]\d{3}$/,
    said: /\bbsn|burger\s?service|sofi/,
  },
  {
    lengths: [11],
    form: /^\d{11}$/,
    checks: [nationalNumber('PL', 'pesel')],
    clear: /^(?:\d{11}|\d{6}[ -]\d{5}|\d\d \d\d \d\d \d{5})$/,
    said: /pesel/,
  },
  { lengths: [9], form: /^[1-35-9]\d{8}$/, checks: [nationalNumber('PT', 'nif')], said: /\bnif\b|contribuinte/ },
  {
    lengths: [11],
    form: /^\d{11}$/,
    checks: [nationalNumber('BE', 'nn'), nationalNumber('BE', 'bis')],
    clear: /^\d\d\.\d\d\.\d\d[- ]\d{3}[. ]\d\d$|^\d{6}[- ]\d{3}[- .]\d\d$/,
    said: /rijksregister|registre national|numéro national|insz|niss/,
  },
  {
    lengths: [10, 12],
    form: new RegExp(`^(?:19|20)?\\d\\d${month}(?:${day}|[6-9]\\d)\\d{4}$`),
    checks: [swedish],
    clear: /^(?:\d\d)?\d{6}[-+]\d{4}$/,
    said: /personnummer|\bpnr\b/,
  },
  {
    lengths: [10],
    form: new RegExp(`^${day}${month}\\d{6}$`),
    checks: [nationalNumber('DK', 'cpr')],
    clear: /^\d{6}-\d{4}$/,
    said: /\bcpr\b|personnummer/,
  },
  {
    lengths: [10, 11],
    form: /^\d{6}[A-FU-Y]?\d{3}[0-9A-Y]$/,
    checks: [nationalNumber('FI', 'hetu')],
    clear: any,
    said: /hetu|henkil/,
  },
  {
    lengths: [9],
    form: /^\d{9}$/,
    checks: [nationalNumber('AT', 'tin')],
    clear: /^\d\d[- ]\d{3}\/\d{4}$/,
    said: /abgabenkonto/,
  },
  {
    lengths: [10],
    form: new RegExp(`^[1-9]\\d{3}${day}(?:0[1-9]|1[0-5])\\d\\d$`),
    checks: [nationalNumber('AT', 'vnr')],
    clear: /^\d{4}[ ]\d{6}$/,
    said: /\bsv-?n|versicherung|svnr/,
  },
  {
    lengths: [9, 10],
    form: /^\d{9,10}$/,
    checks: [nationalNumber('CZ', 'rc')],
    clear: /^\d{6} ?\/ ?\d{3,4}$/,
    said: /rodn[ée]|birth number|\br\.? ?č/,
  },
  {
    lengths: [10],
    form: /^\d{10}$/,
    checks: [nationalNumber('BG', 'egn'), nationalNumber('BG', 'pnf')],
    said: /\begn\b|егн|EГH/,
  },
  {
    lengths: [13],
    form: /^[1-9]\d{12}$/,
    checks: [nationalNumber('RO', 'cnp')],
    clear: any,
    said: /\bcnp\b|numeric personal/,
  },
  { lengths: [11], form: /^\d{11}$/, checks: [nationalNumber('HR', 'oib')], said: /\boib\b/ },
  {
    lengths: [11],
    form: /^[1-6]\d{10}$/,
    checks: [nationalNumber('LT', 'asmens'), nationalNumber('EE', 'ik')],
    clear: /^\d{11}$/,
    said: /asmens|isikukood|personal code/,
  },
  {
    lengths: [11],
    form: new RegExp(`^(?:${day}${month}|32)\\d{7,9}$`),
    checks: [latvian],
    clear: /^\d{6}-\d{5}$/,
    said: /personas kod|personal code/,
  },
  {
    lengths: [13],
    form: new RegExp(`^${day}${month}\\d{9}$`),
    checks: [nationalNumber('SI', 'emso')],
    clear: any,
    said: /em[šs]o|jmbg/,
  },
  { lengths: [8], form: /^[1-9]\d{7}$/, checks: [nationalNumber('SI', 'ddv')], said: /davčn|davcn/ },
  { lengths: [10], form: /^8\d{9}$/, checks: [hasHungarianDigit], said: /adóazonosító|adoazonosito/ },
  { lengths: [9], form: /^\d{9}$/, checks: [nationalNumber('GR', 'vat')], said: /αφμ|α\.φ\.μ|\bafm\b|a\.f\.m|aφm|aom/ },
  { lengths: [11], form: /^\d{11}$/, checks: [nationalNumber('GR', 'amka')], said: /αμκα|\bamka\b/ },
  {
    lengths: [13],
    form: new RegExp(`^(?:19|20)\\d\\d${month}${day}\\d{5}$`),
    checks: [() => true],
    clear: /^\d{13}$/,
    said: /matricule/,
  },
  { lengths: [8], form: /^\d{7}[MGAPLHBZ]$/, checks: [() => true], said: /malt(?:a|ese)|id (?:card|number)|identity/ },
  { lengths: [9], form: /^0\d{7}[A-Z]$/, checks: [nationalNumber('CY', 'vat')], said: /cypr|\btic\b/ },
  {
    lengths: [10, 11],
    form: /^\d{10}K?$/,
    checks: [taxpayerReference],
    said: /\butr\b|taxpayer reference|self[ -]assessment/,
  },
  {
    lengths: [9],
    form: /^\d{9}$/,
    checks: [nationalNumber('US', 'ssn')],
    clear: /^\d{3}-\d{2}-\d{4}$/,
    said: /\bssn\b/,
  },
  { lengths: [13], form: /^756\d{10}$/, checks: [nationalNumber('CH', 'ssn')], clear: any, said: /\bahv\b|\bavs\b/ },
];

function paddedDni(compact: string): boolean {
  return nationalNumber('ES', 'dni')(compact.padStart(9, '0'));
}

/** The package wants the sign that stands between date and number. */
function swedish(compact: string): boolean {
  return nationalNumber('SE', 'personnummer')(`${compact.slice(0, -4)}-${compact.slice(-4)}`);
}

function latvian(compact: string): boolean {
  return compact.startsWith('32') || nationalNumber('LV', 'pvn')(compact);
}

/** People write a K behind it, which is no part of it. */
function taxpayerReference(compact: string): boolean {
  return nationalNumber('GB', 'utr')(compact.replace(/K$/, ''));
}
