import { query, type Transaction } from '#platform/database/client.ts';
import { type Company, Prisma } from '#prisma/client/client.ts';
import type { Write } from './write-together.ts';

export async function findCompany(tx: Transaction, domain: string): Promise<Pick<Company, 'id'> | undefined> {
  const [company] = await query<Pick<Company, 'id'>>(
    tx,
    Prisma.sql`SELECT id FROM crm_company WHERE domain = ${domain}`,
  );
  return company;
}

export function insertCompany({ id, domain, name }: Omit<Company, 'createdAt'>): Write {
  return Prisma.sql`INSERT INTO crm_company (id, domain, name) SELECT ${id}, ${domain}, ${name} FROM gate`;
}
