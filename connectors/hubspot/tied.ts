import type { CrmPage, CrmSearch } from '#contracts/ports/crm.ts';
import type { OutsideAnswer } from '#contracts/ports/outside.ts';
import { type AskHubSpot, notYet } from './ask.ts';
import { findContact } from './contacts.ts';
import { HubSpotSearch, type TiedObjects, tieToContact } from './objects.ts';

/** The tie of a new record to its contact, made with it in one request. */
export function tiedTo(contactId: string, objects: TiedObjects): readonly object[] {
  const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: tieToContact[objects] }];
  return [{ to: { id: contactId }, types }];
}

const mostOnPage = 200;

/**
 * What is tied to a contact, newest first. The search finds it, and lags: what was made a moment ago may be missing. A page
 * begins below the last id of the one before, since HubSpot's own pages shift when something is made or deleted.
 */
export async function listTied(
  ask: AskHubSpot,
  { objects, email, limit, after }: CrmSearch & { objects: TiedObjects },
  timeoutMs: number,
): Promise<OutsideAnswer<CrmPage>> {
  const contact = await findContact(ask, { email, told: 'identity', timeoutMs });
  if (contact.kind !== 'answered') return contact;
  if (!contact.outcome) return { kind: 'answered', outcome: { ids: [] } };
  const filters = [
    { propertyName: 'associations.contact', operator: 'EQ', value: contact.outcome.id },
    ...(after === undefined ? [] : [{ propertyName: 'hs_object_id', operator: 'LT', value: after }]),
  ];
  const body = {
    filterGroups: [{ filters }],
    sorts: [{ propertyName: 'hs_object_id', direction: 'DESCENDING' }],
    properties: ['hs_object_id'],
    limit: Math.min(limit, mostOnPage),
  };
  const answer = await ask(HubSpotSearch, { path: `/${objects}/search`, body, timeoutMs });
  if (answer.kind !== 'object') return notYet(answer);
  const ids = answer.object.results.map(({ id }) => id);
  const last = ids.at(-1);
  const isMore = last !== undefined && answer.object.total > ids.length;
  return { kind: 'answered', outcome: { ids, ...(isMore ? { next: last } : {}) } };
}
