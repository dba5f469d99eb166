import type { CrmPort } from '#contracts/ports/crm.ts';
import type { Transaction } from '#platform/database/client.ts';
import { logInteraction } from '#store/crm.ts';

/** The built-in CRM, for a firm that has none: contacts and interactions in our own database. */
export function createPostgresCrm(): CrmPort<Transaction> {
  return {
    name: 'postgres-crm',
    logInteraction: (tx, { customer, category, ...interaction }) =>
      logInteraction(tx, {
        ...interaction,
        customer: { email: customer.email, name: customer.name ?? null },
        category: category ?? null,
      }),
  };
}
