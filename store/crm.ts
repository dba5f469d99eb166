import { newId } from '#contracts/ids.ts';
import { query, type Transaction } from '#platform/database/client.ts';
import { type Contact, type Interaction, Prisma } from '#prisma/client/client.ts';

export type ContactRow = Contact;
export type InteractionRow = Interaction;

export interface NewInteraction extends Omit<InteractionRow, 'id' | 'at' | 'contactId'> {
  customer: { email: string; name: string | null };
}

export interface LoggedInteractionRow {
  contactId: string;
  contactCreated: boolean;
  interactionId: string;
}

/** Logs an interaction with the contact of this address, found or made; once per step key. */
export async function logInteraction(tx: Transaction, entry: NewInteraction): Promise<LoggedInteractionRow> {
  const { customer, runId, stepKey, digest, direction, subject, summary, category } = entry;
  const [logged] = await query<Omit<LoggedInteractionRow, 'interactionId'> & { interactionId: string | null }>(
    tx,
    Prisma.sql`
    WITH made AS (
      INSERT INTO crm_contact (id, email, name)
      SELECT ${newId('contact')}, ${customer.email}, ${customer.name}
      WHERE NOT EXISTS (SELECT 1 FROM crm_contact WHERE email = ${customer.email})
      ON CONFLICT DO NOTHING RETURNING id),
    contact AS (
      SELECT id, true AS created FROM made
      UNION ALL SELECT id, false FROM crm_contact WHERE email = ${customer.email}),
    logged AS (
      INSERT INTO crm_interaction (id, contact_id, run_id, step_key, digest, direction, subject, summary, category, at)
      SELECT ${newId('interaction')}, contact.id, ${runId}, ${stepKey}, ${digest}, ${direction}, ${subject}, ${summary},
        ${category}, clock_timestamp() FROM contact
      ON CONFLICT DO NOTHING RETURNING id)
    SELECT contact.id AS "contactId", contact.created AS "contactCreated", logged.id AS "interactionId"
    FROM contact LEFT JOIN logged ON true`,
  );
  // Somebody else made the contact while this statement ran, and only the next one sees it.
  if (!logged) return logInteraction(tx, entry);
  const { interactionId, ...contact } = logged;
  return { ...contact, interactionId: interactionId ?? (await findInteraction(tx, stepKey)) };
}

async function findInteraction(tx: Transaction, stepKey: string): Promise<string> {
  return (await tx.interaction.findUniqueOrThrow({ where: { stepKey }, select: { id: true } })).id;
}

export async function insertContacts(
  tx: Transaction,
  contacts: readonly Omit<ContactRow, 'id' | 'createdAt'>[],
): Promise<void> {
  const data = contacts.map((contact) => ({ id: newId('contact'), ...contact }));
  await tx.contact.createMany({ data, skipDuplicates: true });
}
