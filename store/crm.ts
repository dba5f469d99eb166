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
  const inserted = await tx.contact.createMany({ data: [{ id, ...customer }], skipDuplicates: true });
  if (inserted.count === 1) return { contactId: id, created: true };
  const row = await tx.contact.findUniqueOrThrow({ where: { email: customer.email }, select: { id: true } });
  return { contactId: row.id, created: false };
}

/** Logs an interaction once per step key and returns the row that stands. */
export async function ensureInteraction(
  tx: Transaction,
  interaction: Omit<InteractionRow, 'id' | 'at'>,
): Promise<InteractionRow> {
  await tx.interaction.createMany({ data: [{ id: newId('interaction'), ...interaction }], skipDuplicates: true });
  return tx.interaction.findUniqueOrThrow({ where: { stepKey: interaction.stepKey } });
}

export async function insertContacts(tx: Transaction, contacts: readonly Omit<ContactRow, 'id' | 'createdAt'>[]): Promise<void> {
  const data = contacts.map((contact) => ({ id: newId('contact'), ...contact }));
  await tx.contact.createMany({ data, skipDuplicates: true });
}

export function listInteractionsOfRun(tx: Transaction, runId: string): Promise<InteractionRow[]> {
  return tx.interaction.findMany({ where: { runId }, orderBy: { at: 'asc' } });
}
