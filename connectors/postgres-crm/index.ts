import { newId } from '#contracts/ids.ts';
import type { CrmPort } from '#contracts/ports/crm.ts';
import type { Transaction } from '#platform/database/client.ts';
import { findContactId, insertContact, insertInteraction } from '#store/crm.ts';
import type { Write } from '#store/write-together.ts';

/**
 * The built-in CRM, for a firm that has none: contacts and interactions in our own database. Of two that make the same
 * contact at the same moment one fails as a whole, and finds it there when it is tried again.
 */
export function createPostgresCrm(): CrmPort<Transaction, Write> {
  return {
    name: 'postgres-crm',
    planInteraction: async (reads, { customer: { email, name = null }, category = null, ...interaction }) => {
      const known = await findContactId(reads, email);
      const contactId = known ?? newId('contact');
      const interactionId = newId('interaction');
      const logging = insertInteraction({ ...interaction, category, id: interactionId, contactId });
      return {
        logged: { contactId, interactionId, contactCreated: known === undefined },
        writes: known === undefined ? [insertContact({ id: contactId, email, name }), logging] : [logging],
      };
    },
  };
}
