import { newId } from '#contracts/ids.ts';
import type { Transaction } from '#platform/database/client.ts';
import type { Contact, Interaction } from '#prisma/client/client.ts';

export type ContactRow = Contact;
export type InteractionRow = Interaction;

/** Finds or makes the contact with this address. */
export async function ensureContact(
  tx: Transaction,
  customer: { email: string; name: string | null },
): Promise<{ contactId: string; created: boolean }> {
  const id = newId('contact');
  const [contact] = await tx.$queryRaw<{ contactId: string; created: boolean }[]>`
    WITH made AS (
      INSERT INTO crm_contact (id, email, name)
      SELECT ${id}, ${customer.email}, ${customer.name}
      WHERE NOT EXISTS (SELECT 1 FROM crm_contact WHERE email = ${customer.email})
      ON CONFLICT DO NOTHING RETURNING id)
    SELECT id AS "contactId", true AS created FROM made
    UNION ALL SELECT id, false FROM crm_contact WHERE email = ${customer.email}`;
  if (contact) return contact;
  // Somebody else made it while this statement ran, and only the next one sees it.
  const { id: contactId } = await tx.contact.findUniqueOrThrow({
    where: { email: customer.email },
    select: { id: true },
  });
  return { contactId, created: false };
}

/** Logs an interaction once per step key and answers the id of the row that stands. */
export async function ensureInteraction(
  tx: Transaction,
  interaction: Omit<InteractionRow, 'id' | 'at'>,
): Promise<string> {
  const id = newId('interaction');
  const { contactId, runId, stepKey, digest, direction, subject, summary, category } = interaction;
  const inserted = await tx.$executeRaw`
    INSERT INTO crm_interaction (id, contact_id, run_id, step_key, digest, direction, subject, summary, category, at)
    VALUES (${id}, ${contactId}, ${runId}, ${stepKey}, ${digest}, ${direction}, ${subject}, ${summary}, ${category},
      clock_timestamp())
    ON CONFLICT DO NOTHING`;
  return inserted === 1
    ? id
    : (await tx.interaction.findUniqueOrThrow({ where: { stepKey }, select: { id: true } })).id;
}

export async function insertContacts(
  tx: Transaction,
  contacts: readonly Omit<ContactRow, 'id' | 'createdAt'>[],
): Promise<void> {
  const data = contacts.map((contact) => ({ id: newId('contact'), ...contact }));
  await tx.contact.createMany({ data, skipDuplicates: true });
}
