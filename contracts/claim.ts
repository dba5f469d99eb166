import { z } from 'zod';

export const ClaimKind = z.enum([
  'number',
  'date',
  'amount',
  'reference',
  'name',
  'link',
  'email',
  'phone',
  'image',
  'iban',
  'status',
  'promise',
  'instructions',
  'unreadable',
]);
export type ClaimKind = z.infer<typeof ClaimKind>;

/** Something that a message says and that can be held against the records. */
export const Claim = z
  .object({
    field: z.enum(['subject', 'text']),
    kind: ClaimKind,
    text: z.string(),
    start: z.int().meta({ description: 'Counted in UTF-16 code units of the field, from 0.' }),
    end: z.int(),
    verdict: z.enum(['matches', 'unfounded']),
    because: z.string().meta({ description: 'What stands for it or against it.' }),
  })
  .meta({ id: 'Claim', description: 'Something that the message says, held against the records it was drafted from.' });
export type Claim = z.infer<typeof Claim>;

/** What leads a reader away from the message, or could unseen: a draft with one of these that no record holds needs a person's own words. */
const leadingAway: ReadonlySet<ClaimKind> = new Set(['link', 'email', 'phone', 'image', 'iban', 'unreadable']);

export function unfoundedIn(claims: readonly Claim[]): Claim[] {
  return claims.filter(({ verdict }) => verdict === 'unfounded');
}

/** Something unfounded, by the number that stands at its mark and before its reason. */
export type NumberedClaim = Claim & { number: number };

export function numberedIn(claims: readonly Claim[]): NumberedClaim[] {
  return unfoundedIn(claims).map((claim, index) => ({ ...claim, number: index + 1 }));
}

export function leadsAway({ kind, verdict }: Claim): boolean {
  return verdict === 'unfounded' && leadingAway.has(kind);
}
