import { z } from 'zod';
import type { CustomerStanding } from '#contracts/customer.ts';
import { newId } from '#contracts/ids.ts';
import type { CrmPort } from '#contracts/ports/crm.ts';
import type { Transaction } from '#platform/database/client.ts';
import { findContact, insertContact, insertInteraction } from '#store/crm.ts';
import type { Write } from '#store/write-together.ts';

const name = 'postgres-crm';

const ContactRecord = z.object({
  tier: z.string().min(1).max(40),
  country: z
    .string()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, 'must be two letters, such as DE')
    .nullable(),
});

/** Somebody of whom nothing is known yet. */
const newcomer = { tier: 'standard', country: null };

/**
 * The built-in CRM, for a firm that has none: contacts and interactions in our own database. Of two that make the same
 * contact at the same moment one fails as a whole, and finds it there when it is tried again.
 */
export function createPostgresCrm(): CrmPort<Transaction, Write> {
  return {
    name,
    planInteraction: async (reads, { customer, category = null, outcome = null, ...interaction }) => {
      const { email, name: customerName = null } = customer;
      const known = await findContact(reads, email);
      const contactId = known?.id ?? newId('contact');
      const interactionId = newId('interaction');
      const logging = insertInteraction({ ...interaction, category, outcome, id: interactionId, contactId });
      const making = known ? [] : [insertContact({ id: contactId, email, name: customerName, ...newcomer })];
      return {
        logged: { contactId, interactionId, contactCreated: !known },
        standing: standingOf(known ?? newcomer),
        writes: [...making, logging],
      };
    },
    findStanding: async (reads, email) => {
      const contact = await findContact(reads, email);
      return contact && standingOf(contact);
    },
  };
}

function standingOf(record: z.input<typeof ContactRecord>): CustomerStanding {
  const { tier, country } = ContactRecord.parse(record);
  return { tier, ...(country === null ? {} : { country }), source: name };
}
