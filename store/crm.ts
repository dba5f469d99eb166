import { newId } from '#contracts/ids.ts';
import { query, type Transaction } from '#platform/database/client.ts';
import { type Contact, type Interaction, Prisma } from '#prisma/client/client.ts';
import type { Write } from './write-together.ts';

export type ContactRow = Contact;
export type InteractionRow = Interaction;

type KnownContact = Pick<ContactRow, 'id' | 'tier' | 'country'>;

export async function findContact(tx: Transaction, email: string): Promise<KnownContact | undefined> {
  const [contact] = await query<KnownContact>(
    tx,
    Prisma.sql`SELECT id, tier, country FROM crm_contact WHERE email = ${email}`,
  );
  return contact;
}

export function insertContact(contact: KnownContact & Pick<ContactRow, 'email' | 'name'>): Write {
  const { id, email, name, tier, country } = contact;
  return Prisma.sql`INSERT INTO crm_contact (id, email, name, tier, country)
    SELECT ${id}, ${email}, ${name}, ${tier}, ${country} FROM gate`;
}

/** An interaction that was logged under a key. */
export type KeyedInteraction = Pick<InteractionRow, 'id' | 'contactId' | 'digest'>;

export async function findInteractionByKey(tx: Transaction, key: string): Promise<KeyedInteraction | undefined> {
  const [interaction] = await query<KeyedInteraction>(
    tx,
    Prisma.sql`SELECT id, contact_id AS "contactId", digest FROM crm_interaction WHERE step_key = ${key}`,
  );
  return interaction;
}

export interface NewInteraction extends Omit<InteractionRow, 'at' | 'outcome'> {
  outcome: object | null;
}

/** Fails as a whole where the contact is gone by now. */
export function insertInteraction(interaction: NewInteraction): Write {
  const { id, contactId, runId, stepKey, digest, direction, subject, summary, category } = interaction;
  const outcome = interaction.outcome && JSON.stringify(interaction.outcome);
  return Prisma.sql`
    INSERT INTO crm_interaction (id, contact_id, run_id, step_key, digest, direction, subject, summary, category, outcome, at)
    SELECT ${id}, ${contactId}, ${runId}, ${stepKey}, ${digest}, ${direction}, ${subject}, ${summary}, ${category},
      ${outcome}::jsonb, clock_timestamp() FROM gate`;
}

export async function insertContacts(
  tx: Transaction,
  contacts: readonly Omit<ContactRow, 'id' | 'createdAt'>[],
): Promise<void> {
  const data = contacts.map((contact) => ({ id: newId('contact'), ...contact }));
  await tx.contact.createMany({ data, skipDuplicates: true });
}
