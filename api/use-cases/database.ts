import type { DecideParts } from '#governance/approvals/decide.ts';

/** The database as governance and store take it. */
export type Database = DecideParts['database'];
export type Reads = Database['direct'];
