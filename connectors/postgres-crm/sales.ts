import { newId } from '#contracts/ids.ts';
import type { CompanyToKeep, CrmPlan, KeptOutcome, OpportunityToKeep } from '#contracts/ports/crm.ts';
import type { Transaction } from '#platform/database/client.ts';
import { findCompany, insertCompany } from '#store/companies.ts';
import { findContact, insertContact } from '#store/crm.ts';
import { findOpportunityByKey, insertOpportunity } from '#store/opportunities.ts';
import type { Write } from '#store/write-together.ts';
import { newcomer } from './newcomer.ts';

type Plan = CrmPlan<KeptOutcome, Write>;

export async function planCompany(reads: Transaction, company: CompanyToKeep): Promise<Plan> {
  const known = await findCompany(reads, company.domain);
  if (known) return { outcome: { kind: 'kept', id: known.id, created: false }, writes: [] };
  const id = newId('company');
  return { outcome: { kind: 'kept', id, created: true }, writes: [insertCompany({ ...company, id })] };
}

export async function planOpportunity(reads: Transaction, opportunity: OpportunityToKeep): Promise<Plan> {
  const before = await keptBefore(reads, opportunity);
  if (before) return { outcome: before, writes: [] };
  const { key, email, title, money } = opportunity;
  const known = await findContact(reads, email);
  const contactId = known?.id ?? newId('contact');
  const making = known ? [] : [insertContact({ id: contactId, email, name: null, ...newcomer })];
  const id = newId('opportunity');
  const keeping = insertOpportunity({ id, key, contactId, title, ...money });
  return { outcome: { kind: 'kept', id, created: true }, writes: [...making, keeping] };
}

async function keptBefore(reads: Transaction, opportunity: OpportunityToKeep): Promise<KeptOutcome | undefined> {
  const { key, email, title, money } = opportunity;
  const kept = await findOpportunityByKey(reads, key);
  if (!kept) return undefined;
  const isSame =
    kept.email === email && kept.title === title && kept.amount === money.amount && kept.currency === money.currency;
  return isSame ? { kind: 'kept', id: kept.id, created: false } : { kind: 'refused', why: 'key-reused' };
}
