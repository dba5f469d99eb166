import type { SampleCustomer } from './sample-customers.ts';

const numbers = ['+44 7700 900123', 'GB33BUKB20201555555555', '4111 1111 1111 1111'];

/** What a customer tells besides: a phone, a bank account and a card. */
export const planted = `My phone is ${numbers[0]}.\nMy account is ${numbers[1]}.\nMy card is ${numbers[2]}.`;

/** What tells of a customer, as they wrote it. */
export function secretsOf({ email, name }: SampleCustomer): readonly string[] {
  return [email, name, ...numbers];
}
