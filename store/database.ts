/** What a store function runs in, for the rooms above that may not see the platform. */
export type { Database, Transaction } from '#platform/database/client.ts';
