import { z } from 'zod';
import type { CustomerStanding } from '#contracts/customer.ts';
import { newId } from '#contracts/ids.ts';
import type { CrmSearch, InteractionToLog, LogOutcome, OwnCrm } from '#contracts/ports/crm.ts';
import type { Transaction } from '#platform/database/client.ts';
import { findContact, findInteractionByKey, insertContact, insertInteraction } from '#store/crm.ts';
import { listInteractionIds, listOpportunityIds } from '#store/crm-pages.ts';
import type { Write } from '#store/write-together.ts';
import { newcomer } from './newcomer.ts';
import { planCompany, planOpportunity } from './sales.ts';

const name = 'postgres-crm';

const ContactRecord = z.object({
  tier: z.string().min(1).max(40),
  country: z
    .string()
    .toUpperCase()
    .regex(/^[A-Z]{2}$/, 'must be two letters, such as DE')
    .nullable(),
});

/**
 * The built-in CRM, for a firm that has none: in our own database. Of two that make the same contact at the same moment,
 * and of what is written to a contact that is deleted meanwhile, one fails as a whole, and is planned anew when it is tried again.
 */
export function createPostgresCrm(): OwnCrm<Transaction, Write> {
  return {
    kind: 'own',
    name,
    planInteraction: async (reads, interaction) => {
      const [before, known] = await Promise.all([
        loggedBefore(reads, interaction),
        findContact(reads, interaction.customer.email),
      ]);
      const standing = interaction.withStanding ? { standing: standingOf(known ?? newcomer) } : {};
      if (before) return { outcome: before.kind === 'logged' ? { ...before, ...standing } : before, writes: [] };
      const contactId = known?.id ?? newId('contact');
      const { logging, interactionId } = loggingOf(interaction, contactId);
      const { email, name: customerName = null } = interaction.customer;
      const making = known ? [] : [insertContact({ id: contactId, email, name: customerName, ...newcomer })];
      const logged = { contactId, interactionId, contactCreated: !known };
      return { outcome: { kind: 'logged', ...logged, ...standing }, writes: [...making, logging] };
    },
    planCompany,
    planOpportunity,
    findStanding: async (reads, email) => {
      const contact = await findContact(reads, email);
      return contact && standingOf(contact);
    },
    listInteractions: pagesOf(listInteractionIds),
    listOpportunities: pagesOf(listOpportunityIds),
  };
}

async function loggedBefore(reads: Transaction, { key, digest }: InteractionToLog): Promise<LogOutcome | undefined> {
  const logged = await findInteractionByKey(reads, key);
  if (!logged) return undefined;
  if (logged.digest !== digest) return { kind: 'refused', why: 'key-reused' };
  return { kind: 'logged', contactId: logged.contactId, interactionId: logged.id, contactCreated: false };
}

function loggingOf(interaction: InteractionToLog, contactId: string): { logging: Write; interactionId: string } {
  const { customer: _customer, key: stepKey, category = null, outcome = null, withStanding: _, ...said } = interaction;
  const id = newId('interaction');
  return { logging: insertInteraction({ ...said, stepKey, category, outcome, id, contactId }), interactionId: id };
}

function standingOf(record: z.input<typeof ContactRecord>): CustomerStanding {
  const { tier, country } = ContactRecord.parse(record);
  return { tier, ...(country === null ? {} : { country }), source: name };
}

function pagesOf(list: typeof listInteractionIds) {
  return async (reads: Transaction, { email, limit, after }: CrmSearch) => {
    const found = await list(reads, { email, limit: limit + 1, before: after });
    const ids = found.slice(0, limit);
    const last = ids.at(-1);
    return { ids, ...(last !== undefined && found.length > limit ? { next: last } : {}) };
  };
}
