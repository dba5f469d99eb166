import { z } from 'zod';

/** What data tells of people, by how much it may harm them; `special` is the list of Art. 9 GDPR. */
export const DataCategory = z.enum([
  'personal.name',
  'personal.email',
  'personal.phone',
  'personal.address',
  'personal.identifier',
  'personal.order',
  'personal.message',
  'special.origin',
  'special.politics',
  'special.belief',
  'special.union',
  'special.genetic',
  'special.biometric',
  'special.health',
  'special.sexuality',
  'financial.card',
  'financial.bank',
  'secret',
  /** Written by somebody outside, who may try to give orders by it. */
  'untrusted',
]);
export type DataCategory = z.infer<typeof DataCategory>;
