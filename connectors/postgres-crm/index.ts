import type { CrmPort } from '#contracts/ports/crm.ts';
import type { Transaction } from '#platform/database/client.ts';
import { ensureContact, ensureInteraction } from '#store/crm.ts';

/** The built-in CRM, for a firm that has none: contacts and interactions in our own database. */
export function createPostgresCrm(): CrmPort<Transaction> {
  return {
    name: 'postgres-crm',
    logInteraction: async (tx, { customer, ...interaction }) => {
      const contact = await ensureContact(tx, { email: customer.email, name: customer.name ?? null });
      const { runId, stepKey, digest, direction, subject, summary, category } = interaction;
      const interactionId = await ensureInteraction(tx, {
        contactId: contact.contactId,
        runId,
        stepKey,
        digest,
        direction,
        subject,
        summary,
        category: category ?? null,
      });
      return { contactId: contact.contactId, interactionId, contactCreated: contact.created };
    },
  };
}
