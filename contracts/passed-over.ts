import { z } from 'zod';

/** A model that nobody asks for a while, and why. */
export const PassedOver = z
  .object({
    model: z.string(),
    since: z.iso.datetime().meta({ description: 'The first of the failures in a row.' }),
    until: z.iso.datetime().meta({ description: 'From then on one call tries it.' }),
    why: z.string().meta({ description: 'How the last of its calls failed.' }),
    isProbed: z.boolean().meta({ description: 'Whether somebody was trying it at the time.' }),
  })
  .meta({ id: 'PassedOver', description: 'A model that was not asked, since its calls failed.' });
export type PassedOver = z.infer<typeof PassedOver>;
