import { z } from 'zod';

export const Alive = z.object({ status: z.literal('alive') }).meta({ id: 'Alive' });

export const ReadinessPart = z.object({ name: z.string(), ready: z.boolean(), detail: z.string() });
export type ReadinessPart = z.infer<typeof ReadinessPart>;

export const Readiness = z.object({ ready: z.boolean(), parts: z.array(ReadinessPart) }).meta({ id: 'Readiness' });
export type Readiness = z.infer<typeof Readiness>;
