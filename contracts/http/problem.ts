import { z } from 'zod';

/** How every refusal and failure is answered, as application/problem+json (RFC 9457). */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().meta({ description: 'One of a closed list; what a program goes by.' }),
    places: z
      .array(z.object({ pointer: z.string(), detail: z.string() }))
      .meta({ description: 'What is wrong where: a JSON pointer into the body, or a header or parameter by name.' }),
    facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    retry: z.enum(['never', 'later']).meta({ description: 'Whether the same request can succeed another time.' }),
    id: z.string().optional().meta({ description: 'Names the entry in the log of what nobody planned for.' }),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
