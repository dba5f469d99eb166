import { z } from 'zod';
import type { CustomerStanding } from '#contracts/customer.ts';
import type { OutsideAnswer } from '#contracts/ports/outside.ts';
import { type AskHubSpot, notYet } from './ask.ts';
import { HubSpotRecord } from './objects.ts';
import { readRecord } from './read-record.ts';

const tier = 'baton_tier';
const country = 'hs_country_region_code';

/** What of a contact is asked for: no more than is used. */
const told = { identity: ['email'], standing: ['email', tier, country] } as const;
export type Told = keyof typeof told;

export interface ContactSearch {
  email: string;
  told: Told;
  timeoutMs: number;
}

export interface HubSpotContact {
  id: string;
  standing: CustomerStanding;
}

export async function findContact(
  ask: AskHubSpot,
  { email, ...search }: ContactSearch,
): Promise<OutsideAnswer<HubSpotContact | undefined>> {
  return readContact(ask, { ...search, by: { property: 'email', value: email } });
}

/** The contact of an address, made where there is none; an archived one is not found, and another is made. */
export async function findOrMakeContact(
  ask: AskHubSpot,
  { name, ...search }: ContactSearch & { name?: string | undefined },
): Promise<OutsideAnswer<HubSpotContact & { created: boolean }> | { kind: 'refused'; words: string }> {
  const found = await findContact(ask, search);
  if (found.kind !== 'answered') return found;
  if (found.outcome) return { kind: 'answered', outcome: { ...found.outcome, created: false } };
  const { email, told: asked, timeoutMs } = search;
  const properties = { email, ...(name === undefined ? {} : { firstname: name }) };
  const body = { properties, associations: [] };
  const made = await ask(HubSpotRecord, { path: '/contacts', body, timeoutMs });
  if (made.kind === 'object') return { kind: 'answered', outcome: { ...contactOf(made.object), created: true } };
  if (made.kind !== 'refused') return notYet(made);
  const existing = existingIn(made.words);
  return existing === undefined ? made : readExisting(ask, { id: existing, told: asked, timeoutMs });
}

export async function isStillThere(
  ask: AskHubSpot,
  { id, timeoutMs }: { id: string; timeoutMs: number },
): Promise<boolean> {
  const read = await readContact(ask, { by: { value: id }, told: 'identity', timeoutMs });
  return read.kind === 'answered' && read.outcome !== undefined;
}

/** Somebody else made the contact meanwhile, or the address is a second one of theirs: the refusal names it. */
function existingIn(words: string): string | undefined {
  return /Existing ID: (\d+)/.exec(words)?.[1];
}

async function readExisting(
  ask: AskHubSpot,
  { id, ...search }: { id: string; told: Told; timeoutMs: number },
): Promise<OutsideAnswer<HubSpotContact & { created: boolean }>> {
  const read = await readContact(ask, { ...search, by: { value: id } });
  if (read.kind !== 'answered') return read;
  if (!read.outcome) return { kind: 'not-now', reason: 'the contact is gone again', words: '' };
  return { kind: 'answered', outcome: { ...read.outcome, created: false } };
}

async function readContact(
  ask: AskHubSpot,
  search: { by: { property?: string; value: string }; told: Told; timeoutMs: number },
): Promise<OutsideAnswer<HubSpotContact | undefined>> {
  const { by, timeoutMs } = search;
  const read = await readRecord(ask, { objects: 'contacts', by, properties: told[search.told], timeoutMs });
  return read.kind === 'answered' ? { ...read, outcome: read.outcome && contactOf(read.outcome) } : read;
}

const Tier = z.string().min(1).max(40).catch('standard');
const Country = z
  .string()
  .toUpperCase()
  .regex(/^[A-Z]{2}$/)
  .optional()
  .catch(undefined);

/** People fill these in: what is none is left out. */
function contactOf({ id, properties }: HubSpotRecord): HubSpotContact {
  const where = Country.parse(properties[country] ?? undefined);
  const standing = { tier: Tier.parse(properties[tier]), ...(where ? { country: where } : {}), source: 'hubspot' };
  return { id, standing };
}
