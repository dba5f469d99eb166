import { newId } from '#contracts/ids.ts';
import { query, type Transaction } from '#platform/database/client.ts';
import { type Contact, type Interaction, Prisma } from '#prisma/client/client.ts';
import type { Write } from './write-together.ts';

export type ContactRow = Contact;
export type InteractionRow = Interaction;

export async function findContactId(tx: Transaction, email: string): Promise<string | undefined> {
  const [contact] = await query<{ id: string }>(tx, Prisma.sql`SELECT id FROM crm_contact WHERE email = ${email}`);
  return contact?.id;
}

export function insertContact({ id, email, name }: Pick<ContactRow, 'id' | 'email' | 'name'>): Write {
  return Prisma.sql`INSERT INTO crm_contact (id, email, name) SELECT ${id}, ${email}, ${name} FROM gate`;
}

export function insertInteraction(interaction: Omit<InteractionRow, 'at'>): Write {
  const { id, contactId, runId, stepKey, digest, direction, subject, summary, category } = interaction;
  return Prisma.sql`
    INSERT INTO crm_interaction (id, contact_id, run_id, step_key, digest, direction, subject, summary, category, at)
    SELECT ${id}, ${contactId}, ${runId}, ${stepKey}, ${digest}, ${direction}, ${subject}, ${summary}, ${category},
      clock_timestamp() FROM gate`;
}

export async function insertContacts(
  tx: Transaction,
  contacts: readonly Omit<ContactRow, 'id' | 'createdAt'>[],
): Promise<void> {
  const data = contacts.map((contact) => ({ id: newId('contact'), ...contact }));
  await tx.contact.createMany({ data, skipDuplicates: true });
}
