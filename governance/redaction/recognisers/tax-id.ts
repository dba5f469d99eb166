import { stdnum } from 'stdnum';
import { before, candidates, type Recogniser } from './recogniser.ts';

interface Numbers {
  shape: RegExp;
  validators: readonly { validate(value: string): { isValid: boolean } }[];
  /** Without these words before it the number may be something else; where it is left out, the form says enough. */
  said?: RegExp;
}

const { AT, BE, BG, CZ, DE, DK, ES, FI, FR, GB, HR, IE, IT, LT, NL, PL, PT, RO, SE, US } = stdnum;

const aTaxNumber = /tax|\btin\b|steuer|idnr|fiscal|fiskal|belasting|podat/i;

/** What a number may have before and behind it without being part of another. */
function alone(shape: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}]|\\d[.,/-])${shape}(?![\\p{L}\\p{N}]|[.,/-]\\d)`, 'giu');
}

const numbers: readonly Numbers[] = [
  {
    shape: alone('[A-Z]{6}[ ]?[0-9LMNP-V]{2}[ ]?[A-EHLMPRST][ ]?[0-9LMNP-V]{2}[ ]?[A-Z][0-9LMNP-V]{3}[ ]?[A-Z]'),
    validators: [IT.codicefiscale],
  },
  { shape: alone('\\d{1,2}\\.?\\d{3}\\.?\\d{3}[ -]?[A-Z]'), validators: [ES.dni] },
  { shape: alone('[XYZ][ -]?\\d{7}[ -]?[A-Z]'), validators: [ES.nie] },
  { shape: alone('\\d{7}[ ]?[A-W][ ]?[A-IW]?'), validators: [IE.pps] },
  {
    shape: alone('[12][ ]?\\d{2}[ ]?(?:0[1-9]|1[0-2]|[2-9]\\d)[ ]?\\d[\\dAB][ ]?\\d{3}[ ]?\\d{3}[ ]?\\d{2}'),
    validators: [FR.nir],
  },
  { shape: alone('[0-3][ ]?\\d(?:[ ]?\\d){11}'), validators: [FR.nif], said: aTaxNumber },
  {
    shape: alone('\\d{2}[ ]?\\d{3}[ ]?\\d{3}[ ]?\\d{3}'),
    validators: [DE.idnr],
    said: /steuer|idnr|tax|\btin\b|identifikations/i,
  },
  {
    shape: alone('\\d{3}[. ]?\\d{3}[. ]?\\d{3}|\\d{4}[. ]\\d{2}[. ]\\d{3}'),
    validators: [NL.bsn],
    said: /\bbsn|burger\s?service|sofi/i,
  },
  { shape: alone('\\d{2}[0-3]\\d[0-3]\\d{6}'), validators: [PL.pesel] },
  { shape: alone('\\d{3}[ ]?\\d{3}[ ]?\\d{3}'), validators: [PT.nif], said: /\bnif\b|contribuinte/i },
  {
    shape: alone('(?:\\d{2}[.]\\d{2}[.]\\d{2}-\\d{3}[.]\\d{2}|\\d{11})'),
    validators: [BE.nn, BE.bis],
    said: /rijksregister|registre national|national number|insz|niss/i,
  },
  { shape: alone('(?:\\d{2})?\\d{6}[-+]\\d{4}'), validators: [SE.personnummer] },
  { shape: alone('\\d{6}-?\\d{4}'), validators: [DK.cpr], said: /\bcpr\b/i },
  { shape: alone('\\d{6}[-+A]\\d{3}[0-9A-Y]'), validators: [FI.hetu] },
  { shape: alone('\\d{2}[ -]?\\d{3}/?\\d{4}'), validators: [AT.tin], said: /steuernummer|tax|abgabenkonto/i },
  { shape: alone('\\d{6}/?\\d{3,4}'), validators: [CZ.rc], said: /rodné|birth number|r\.č/i },
  { shape: alone('\\d{10}'), validators: [BG.egn], said: /\begn\b|егн/i },
  { shape: alone('\\d{13}'), validators: [RO.cnp], said: /\bcnp\b/i },
  { shape: alone('\\d{11}'), validators: [HR.oib, LT.asmens], said: /\boib\b|asmens/i },
  { shape: alone('\\d{5}[ ]?\\d{5}'), validators: [GB.utr], said: /\butr\b|taxpayer reference/i },
  { shape: alone('\\d{3}-\\d{2}-\\d{4}'), validators: [US.ssn] },
];

/** Numbers by which tax offices and registers know people, by the check digits of their country. */
export const taxId: Recogniser = {
  name: 'tax-id',
  weight: 8,
  isWhole: true,
  *find(text) {
    for (const { shape, validators, said } of numbers) {
      for (const { compact, written, start, end } of candidates(text, shape)) {
        if (said && !said.test(before(text, start))) continue;
        if (validators.some(({ validate }) => validate(compact).isValid || validate(written).isValid))
          yield { type: 'tax-id', start, end };
      }
    }
  },
};
