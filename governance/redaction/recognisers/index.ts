import { bankAccount } from './bank-account.ts';
import { checkedNumber } from './checked-number.ts';
import { company } from './company.ts';
import { dateOfBirth } from './date-of-birth.ts';
import { email } from './email.ts';
import { iban } from './iban.ts';
import { ipAddress } from './ip-address.ts';
import { nationalInsurance } from './national-insurance.ts';
import { passport } from './passport.ts';
import { person } from './person.ts';
import { phone } from './phone.ts';
import { postcode } from './postcode.ts';
import type { Recogniser } from './recogniser.ts';
import { reference } from './reference.ts';
import { secret } from './secret.ts';
import { streetAddress } from './street-address.ts';
import { vatNumber } from './vat-number.ts';

/** All that look at a text without knowing whom it is about. */
export const recognisers: readonly Recogniser[] = [
  email,
  iban,
  checkedNumber,
  bankAccount,
  nationalInsurance,
  vatNumber,
  passport,
  phone,
  ipAddress,
  secret,
  dateOfBirth,
  postcode,
  streetAddress,
  company,
  person,
  reference,
];
