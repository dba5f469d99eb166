import { z } from 'zod';
import { EgressDestination } from '../egress.ts';

/** Every place that this installation may reach, and that no other is. */
export const EgressAnswer = z.object({ items: z.array(EgressDestination) }).meta({ id: 'EgressAnswer' });
export type EgressAnswer = z.infer<typeof EgressAnswer>;
