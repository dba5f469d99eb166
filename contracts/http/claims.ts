import { z } from 'zod';
import { Claim } from '../claim.ts';
import { line, text } from '../text.ts';

/** So long may a text be that is checked as it is typed; any is checked before it is sent. */
export const mostChecked = 10_000;

export const ClaimsRequest = z
  .strictObject({
    digest: z.string().regex(/^[0-9a-f]{64}$/, 'must be the digest shown with the task'),
    content: z
      .strictObject({ subject: line(500).min(1).optional(), text: text(mostChecked).min(1).optional() })
      .meta({ description: 'What reads otherwise than in the task; the rest stands as it is.' }),
  })
  .meta({ id: 'ClaimsRequest' });
export type ClaimsRequest = z.infer<typeof ClaimsRequest>;

export const ClaimList = z.object({ claims: z.array(Claim) }).meta({ id: 'ClaimList' });
export type ClaimList = z.infer<typeof ClaimList>;
