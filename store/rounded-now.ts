import { Prisma } from '#prisma/client/client.ts';

/** Now, rounded as columns hold times: one written as `now()` may lie half a millisecond ahead of it, and is due all the same. */
export const roundedNow = Prisma.sql`now()::timestamptz(3)`;
