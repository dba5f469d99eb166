import { query, type Transaction } from '#platform/database/client.ts';
import { Prisma } from '#prisma/client/client.ts';

export interface PageOfContact {
  email: string;
  limit: number;
  /** An id, which begin by when they were made; from the newest where there is none. */
  before?: string | undefined;
}

export const listInteractionIds = listIdsIn('crm_interaction');
export const listOpportunityIds = listIdsIn('crm_opportunity');

/** What belongs to a contact in a table, newest first. */
function listIdsIn(table: 'crm_interaction' | 'crm_opportunity') {
  return async (tx: Transaction, { email, limit, before }: PageOfContact): Promise<string[]> => {
    const beyond = before === undefined ? Prisma.empty : Prisma.sql`AND record.id < ${before}`;
    const rows = await query<{ id: string }>(
      tx,
      Prisma.sql`SELECT record.id FROM ${Prisma.raw(table)} record JOIN crm_contact contact ON contact.id = contact_id
        WHERE email = ${email} ${beyond} ORDER BY record.id DESC LIMIT ${limit}::int`,
    );
    return rows.map(({ id }) => id);
  };
}
