import { type NumberCheck, nationalNumber } from './national-number.ts';
import { before, candidates, type Recogniser } from './recogniser.ts';

interface Numbers {
  shape: RegExp;
  checks: readonly NumberCheck[];
  /** Without these words before it the number may be something else; where it is left out, the form says enough. */
  said?: RegExp;
}

const aTaxNumber = /tax|\btin\b|steuer|idnr|fiscal|fiskal|belasting|podat/i;

/** What a number may have before and behind it without being part of another. */
function alone(shape: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}]|\\d[.,/-])${shape}(?![\\p{L}\\p{N}]|[.,/-]\\d)`, 'giu');
}

const numbers: readonly Numbers[] = [
  {
    shape: alone('[A-Z]{6}[ ]?[0-9LMNP-V]{2}[ ]?[A-EHLMPRST][ ]?[0-9LMNP-V]{2}[ ]?[A-Z][0-9LMNP-V]{3}[ ]?[A-Z]'),
    checks: [nationalNumber('IT', 'codicefiscale')],
  },
  { shape: alone('\\d{1,2}\\.?\\d{3}\\.?\\d{3}[ -]?[A-Z]'), checks: [nationalNumber('ES', 'dni')] },
  { shape: alone('[XYZ][ -]?\\d{7}[ -]?[A-Z]'), checks: [nationalNumber('ES', 'nie')] },
  { shape: alone('\\d{7}[ ]?[A-W][ ]?[A-IW]?'), checks: [nationalNumber('IE', 'pps')] },
  {
    shape: alone('[12][ ]?\\d{2}[ ]?(?:0[1-9]|1[0-2]|[2-9]\\d)[ ]?\\d[\\dAB][ ]?\\d{3}[ ]?\\d{3}[ ]?\\d{2}'),
    checks: [nationalNumber('FR', 'nir')],
  },
  { shape: alone('[0-3][ ]?\\d(?:[ ]?\\d){11}'), checks: [nationalNumber('FR', 'nif')], said: aTaxNumber },
  {
    shape: alone('\\d{2}[ ]?\\d{3}[ ]?\\d{3}[ ]?\\d{3}'),
    checks: [nationalNumber('DE', 'idnr')],
    said: /steuer|idnr|tax|\btin\b|identifikations/i,
  },
  {
    shape: alone('\\d{3}[. ]?\\d{3}[. ]?\\d{3}|\\d{4}[. ]\\d{2}[. ]\\d{3}'),
    checks: [nationalNumber('NL', 'bsn')],
    said: /\bbsn|burger\s?service|sofi/i,
  },
  { shape: alone('\\d{2}[0-3]\\d[0-3]\\d{6}'), checks: [nationalNumber('PL', 'pesel')] },
  { shape: alone('\\d{3}[ ]?\\d{3}[ ]?\\d{3}'), checks: [nationalNumber('PT', 'nif')], said: /\bnif\b|contribuinte/i },
  {
    shape: alone('(?:\\d{2}[.]\\d{2}[.]\\d{2}-\\d{3}[.]\\d{2}|\\d{11})'),
    checks: [nationalNumber('BE', 'nn'), nationalNumber('BE', 'bis')],
    said: /rijksregister|registre national|national number|insz|niss/i,
  },
  { shape: alone('(?:\\d{2})?\\d{6}[-+]\\d{4}'), checks: [nationalNumber('SE', 'personnummer')] },
  { shape: alone('\\d{6}-?\\d{4}'), checks: [nationalNumber('DK', 'cpr')], said: /\bcpr\b/i },
  { shape: alone('\\d{6}[-+A]\\d{3}[0-9A-Y]'), checks: [nationalNumber('FI', 'hetu')] },
  {
    shape: alone('\\d{2}[ -]?\\d{3}/?\\d{4}'),
    checks: [nationalNumber('AT', 'tin')],
    said: /steuernummer|tax|abgabenkonto/i,
  },
  { shape: alone('\\d{6}/?\\d{3,4}'), checks: [nationalNumber('CZ', 'rc')], said: /rodné|birth number|r\.č/i },
  { shape: alone('\\d{10}'), checks: [nationalNumber('BG', 'egn')], said: /\begn\b|егн/i },
  { shape: alone('\\d{13}'), checks: [nationalNumber('RO', 'cnp')], said: /\bcnp\b/i },
  {
    shape: alone('\\d{11}'),
    checks: [nationalNumber('HR', 'oib'), nationalNumber('LT', 'asmens')],
    said: /\boib\b|asmens/i,
  },
  { shape: alone('\\d{5}[ ]?\\d{5}'), checks: [nationalNumber('GB', 'utr')], said: /\butr\b|taxpayer reference/i },
  { shape: alone('\\d{3}-\\d{2}-\\d{4}'), checks: [nationalNumber('US', 'ssn')] },
];

/** Numbers by which tax offices and registers know people, by the check digits of their country. */
export const taxId: Recogniser = {
  name: 'tax-id',
  weight: 8,
  isWhole: true,
  *find(text) {
    for (const { shape, checks, said } of numbers) {
      for (const { compact, written, start, end } of candidates(text, shape)) {
        if (said && !said.test(before(text, start))) continue;
        if (checks.some((isValid) => isValid(compact) || isValid(written))) yield { type: 'tax-id', start, end };
      }
    }
  },
};
