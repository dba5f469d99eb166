/** What a letter to a customer may tell of: what they wrote, themselves, and what they ordered. Never of their money. */
export const lettersTellOf = [
  'personal.message',
  'personal.name',
  'personal.email',
  'personal.phone',
  'personal.address',
  'personal.order',
  'untrusted',
] as const;
