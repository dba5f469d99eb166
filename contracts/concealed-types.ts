import type { DataCategory } from './data-category.ts';
import type { PersonalType } from './redaction.ts';

/** As what each kind of data is taken out of a text, the usual one first. What a letter says as a whole is not taken out. */
const types: Readonly<Record<DataCategory, readonly PersonalType[]>> = {
  'personal.name': ['person', 'company'],
  'personal.email': ['email'],
  'personal.phone': ['phone'],
  'personal.address': ['street-address', 'postcode'],
  'personal.identifier': [
    'party-id',
    'passport',
    'tax-id',
    'vat-number',
    'national-insurance',
    'date-of-birth',
    'ip-address',
  ],
  'personal.order': ['reference'],
  'personal.message': [],
  'special.origin': [],
  'special.politics': [],
  'special.belief': [],
  'special.union': [],
  'special.genetic': [],
  'special.biometric': [],
  'special.health': ['nhs-number'],
  'special.sexuality': [],
  'financial.card': ['card'],
  'financial.bank': ['iban', 'bank-account'],
  secret: ['secret'],
  untrusted: [],
};

/** Of what types somebody's data may stand in a field that tells of these. */
export function concealedTypes(categories: readonly DataCategory[]): readonly PersonalType[] {
  return categories.flatMap((category) => types[category]);
}

/** As what a field is taken out whole; nothing where it is a text of many things, or tells of nobody by itself. */
export function wholeType(categories: readonly DataCategory[]): PersonalType | undefined {
  if (categories.includes('personal.message')) return undefined;
  const [type] = concealedTypes(categories);
  return type === 'reference' ? undefined : type;
}
