import type { CrmRefusal } from '#contracts/ports/crm.ts';
import type { OutsideAnswer } from '#contracts/ports/outside.ts';
import type { AskHubSpot } from './ask.ts';
import { HubSpotRecord, type Objects, ours } from './objects.ts';
import { readRecord } from './read-record.ts';

/** A record that HubSpot has once under a key of ours. */
export interface Keyed {
  objects: Exclude<Objects, 'contacts'>;
  key: string;
  /** Of what it says; the same key with another is refused. */
  digest: string;
}

export type KeyedOutcome = { kind: 'there'; id: string; created: boolean } | { kind: 'refused'; why: CrmRefusal };

/** Finds by our key what may have been made before. */
export async function findKeyed(
  ask: AskHubSpot,
  { objects, key, digest }: Keyed,
  timeoutMs: number,
): Promise<OutsideAnswer<KeyedOutcome | undefined>> {
  const by = { property: ours.key, value: key };
  const read = await readRecord(ask, { objects, by, properties: [ours.digest], timeoutMs });
  if (read.kind !== 'answered') return read;
  if (!read.outcome) return { kind: 'answered', outcome: undefined };
  const { id, properties } = read.outcome;
  if (properties[ours.digest] !== digest) return { kind: 'answered', outcome: { kind: 'refused', why: 'key-reused' } };
  return { kind: 'answered', outcome: { kind: 'there', id, created: false } };
}

/** Makes it, tied to its contact in the same request. What HubSpot refuses may be there already: then that one is it. */
export async function makeKeyed(
  ask: AskHubSpot,
  record: Keyed & { properties: Readonly<Record<string, string>>; associations: readonly object[] },
  timeoutMs: number,
): Promise<OutsideAnswer<KeyedOutcome>> {
  const { objects, key, digest, associations } = record;
  const properties = { ...record.properties, [ours.key]: key, [ours.digest]: digest };
  const made = await ask(HubSpotRecord, { path: `/${objects}`, body: { properties, associations }, timeoutMs });
  if (made.kind === 'object')
    return { kind: 'answered', outcome: { kind: 'there', id: made.object.id, created: true } };
  if (made.kind !== 'refused') return made;
  const found = await findKeyed(ask, record, timeoutMs);
  if (found.kind !== 'answered') return found;
  const outcome = found.outcome ?? { kind: 'refused', why: 'not-acceptable' };
  return { kind: 'answered', outcome, words: made.words };
}
