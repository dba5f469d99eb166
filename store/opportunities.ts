import { query, type Transaction } from '#platform/database/client.ts';
import { type Opportunity, Prisma } from '#prisma/client/client.ts';
import type { Write } from './write-together.ts';

/** What was kept under a key, and whose it is. */
export type KeyedOpportunity = Pick<Opportunity, 'id' | 'title' | 'amount' | 'currency'> & { email: string };

export async function findOpportunityByKey(tx: Transaction, key: string): Promise<KeyedOpportunity | undefined> {
  const [opportunity] = await query<KeyedOpportunity>(
    tx,
    Prisma.sql`SELECT opportunity.id, title, amount, currency, email FROM crm_opportunity opportunity
      JOIN crm_contact contact ON contact.id = contact_id WHERE key = ${key}`,
  );
  return opportunity;
}

/** Fails as a whole where the contact is gone by now. */
export function insertOpportunity(opportunity: Omit<Opportunity, 'createdAt'>): Write {
  const { id, key, contactId, title, amount, currency } = opportunity;
  return Prisma.sql`INSERT INTO crm_opportunity (id, key, contact_id, title, amount, currency)
    SELECT ${id}, ${key}, ${contactId}, ${title}, ${amount}::int, ${currency} FROM gate`;
}
