import { z } from 'zod';

export const IdempotencyHeaders = z.object({
  'idempotency-key': z
    .string()
    .min(1)
    .max(255, 'may hold at most 255 characters')
    .optional()
    .meta({ description: 'What is asked with the same key and the same body is done once, however often it is sent.' }),
});
