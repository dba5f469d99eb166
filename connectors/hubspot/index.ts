import type { OutsideCrm } from '#contracts/ports/crm.ts';
import type { Fetch } from '#platform/egress/index.ts';
import { createAskHubSpot, type HubSpotAccount } from './ask.ts';
import { findContact } from './contacts.ts';
import { findInteraction, logInteraction } from './interactions.ts';
import { deals } from './objects.ts';
import { keepCompany, keepOpportunity } from './sales.ts';
import { listTied } from './tied.ts';

/** The CRM of HubSpot, as its documents describe it; docs/hubspot.md says what is taken from where. */
export function createHubSpotCrm(account: HubSpotAccount, fetch: Fetch): OutsideCrm {
  const ask = createAskHubSpot(account, fetch);
  return {
    kind: 'outside',
    name: 'hubspot',
    logInteraction: (interaction, { timeoutMs }) => logInteraction(ask, interaction, timeoutMs),
    findInteraction: (interaction, { timeoutMs }) => findInteraction(ask, interaction, timeoutMs),
    keepCompany: (company, { timeoutMs }) => keepCompany(ask, company, timeoutMs),
    keepOpportunity: (opportunity, { timeoutMs }) => keepOpportunity(ask, opportunity, timeoutMs),
    findStanding: async (email, { timeoutMs }) => {
      const found = await findContact(ask, { email, told: 'standing', timeoutMs });
      return found.kind === 'answered' ? { ...found, outcome: found.outcome?.standing } : found;
    },
    listInteractions: (search, { timeoutMs }) => listTied(ask, { ...search, objects: 'notes' }, timeoutMs),
    listOpportunities: (search, { timeoutMs }) => listTied(ask, { ...search, objects: deals }, timeoutMs),
  };
}
