import { createHash } from 'node:crypto';
import type { CompanyToKeep, KeptOutcome, OpportunityToKeep } from '#contracts/ports/crm.ts';
import type { OutsideAnswer } from '#contracts/ports/outside.ts';
import { inWholes } from './amount.ts';
import { type AskHubSpot, notYet } from './ask.ts';
import { findOrMakeContact } from './contacts.ts';
import { type KeyedOutcome, makeKeyed } from './keyed.ts';
import { deals, HubSpotSearch } from './objects.ts';
import { tiedTo } from './tied.ts';

/** HubSpot takes several companies of one domain: what people made is looked for first, and ours bears the domain as its key. */
export async function keepCompany(
  ask: AskHubSpot,
  { domain, name }: CompanyToKeep,
  timeoutMs: number,
): Promise<OutsideAnswer<KeptOutcome>> {
  const filters = [{ propertyName: 'domain', operator: 'EQ', value: domain }];
  const body = { filterGroups: [{ filters }], sorts: [], properties: ['domain'], limit: 1 };
  const known = await ask(HubSpotSearch, { path: '/companies/search', body, timeoutMs });
  if (known.kind !== 'object') return notYet(known);
  const [first] = known.object.results;
  if (first) return { kind: 'answered', outcome: { kind: 'kept', id: first.id, created: false } };
  const company = { objects: 'companies', key: domain, digest: domain, associations: [] } as const;
  return kept(await makeKeyed(ask, { ...company, properties: { domain, name } }, timeoutMs));
}

/** A deal begins at the first stage of the pipeline that every account has. */
const beginning = { pipeline: 'default', dealstage: 'appointmentscheduled' };

export async function keepOpportunity(
  ask: AskHubSpot,
  { key, email, title, money }: OpportunityToKeep,
  timeoutMs: number,
): Promise<OutsideAnswer<KeptOutcome>> {
  const contact = await findOrMakeContact(ask, { email, told: 'identity', timeoutMs });
  if (contact.kind === 'refused')
    return { kind: 'answered', outcome: { kind: 'refused', why: 'not-acceptable' }, words: contact.words };
  if (contact.kind !== 'answered') return contact;
  const said = { dealname: title, amount: inWholes(money), deal_currency_code: money.currency };
  const deal = {
    objects: deals,
    key,
    digest: createHash('sha256')
      .update(JSON.stringify([email, said]))
      .digest('hex'),
    properties: { ...said, ...beginning },
    associations: tiedTo(contact.outcome.id, deals),
  };
  return kept(await makeKeyed(ask, deal, timeoutMs));
}

function kept(answer: OutsideAnswer<KeyedOutcome>): OutsideAnswer<KeptOutcome> {
  if (answer.kind !== 'answered') return answer;
  const { outcome } = answer;
  return { ...answer, outcome: outcome.kind === 'there' ? { ...outcome, kind: 'kept' } : outcome };
}
