import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CustomerStanding } from '#contracts/customer.ts';
import type {
  CompanyToKeep,
  CrmPage,
  CrmSearch,
  InteractionToLog,
  KeptOutcome,
  LogOutcome,
  OpportunityToKeep,
} from '#contracts/ports/crm.ts';

/** A CRM with a world behind it, as steps use it: what has to be tried again is. */
export interface CrmUnderTest {
  log(interaction: InteractionToLog): Promise<LogOutcome>;
  /** What became of an interaction, long after; nothing where none was logged. */
  find(interaction: InteractionToLog): Promise<LogOutcome | undefined>;
  keepCompany(company: CompanyToKeep): Promise<KeptOutcome>;
  keepOpportunity(opportunity: OpportunityToKeep): Promise<KeptOutcome>;
  standing(email: string): Promise<CustomerStanding | undefined>;
  interactions(search: CrmSearch): Promise<CrmPage>;
  opportunities(search: CrmSearch): Promise<CrmPage>;
  /** Somebody makes a contact by hand. */
  addContact(contact: { email: string; tier: string; country: string }): Promise<void>;
  /** Somebody deletes every contact of an address. */
  removeContact(email: string): Promise<void>;
  removeInteraction(id: string): Promise<void>;
  /** How many contacts have an address, and how often something was logged with them. */
  count(email: string): Promise<{ contacts: number; interactions: number }>;
  close(): Promise<void>;
}

const many = Array.from({ length: 50 }, (_, index) => index);
const eur = (amount: number) => ({ amount, currency: 'EUR' });

function entryOf(email: string, number: number | string = 1): InteractionToLog {
  const said = { direction: 'inbound', subject: 'Where is it?', summary: `Letter <${number}> & more` } as const;
  const key = `${email}/${number}`;
  return { ...said, customer: { email, name: 'Nora Newcomer' }, key, runId: 'run_1', digest: key, withStanding: true };
}

/** What holds of every CRM. */
export function describeCrm(name: string, open: () => Promise<CrmUnderTest>): void {
  describe(`a CRM, ${name}`, () => {
    let crm: CrmUnderTest;
    beforeAll(async () => {
      crm = await open();
    }, 60_000);
    afterAll(() => crm.close());

    test('makes the contact with what is logged first, and finds it with what is logged next', async () => {
      const email = 'first@customer.example';
      const first = await crm.log(entryOf(email, 1));
      const next = await crm.log(entryOf(email, 2));
      expect(first).toMatchObject({ kind: 'logged', contactCreated: true, standing: { tier: 'standard' } });
      expect(next).toMatchObject({ kind: 'logged', contactCreated: false });
      expect(contactIn(next)).toBe(contactIn(first));
      expect(await crm.count(email)).toEqual({ contacts: 1, interactions: 2 });
    });

    test('logs once under a key, and refuses something else under it', async () => {
      const email = 'once@customer.example';
      const entry = entryOf(email);
      expect(await crm.find(entry)).toBeUndefined();
      const first = await crm.log(entry);
      expect(await crm.log(entry)).toEqual({ ...first, contactCreated: false });
      expect(await crm.find(entry)).toEqual({ ...first, contactCreated: false });
      expect(await crm.log({ ...entry, digest: 'another' })).toEqual(reused);
      expect(await crm.count(email)).toEqual({ contacts: 1, interactions: 1 });
    });

    test('logs once where fifty ask under one key at the same moment', async () => {
      const email = 'fifty@customer.example';
      const outcomes = await Promise.all(many.map(() => crm.log(entryOf(email))));
      expect(new Set(outcomes.map(interactionIn)).size).toBe(1);
      expect(await crm.count(email)).toEqual({ contacts: 1, interactions: 1 });
    });

    test('makes a contact once where fifty log something of them at the same moment', async () => {
      const email = 'crowd@customer.example';
      const outcomes = await Promise.all(many.map((number) => crm.log(entryOf(email, number))));
      expect(new Set(outcomes.map(interactionIn)).size).toBe(50);
      expect(await crm.count(email)).toEqual({ contacts: 1, interactions: 50 });
    });

    test('tells what is known of a customer to who may read it, and to nobody else', async () => {
      const email = 'gold@customer.example';
      await crm.addContact({ email, tier: 'gold', country: 'DE' });
      expect(await crm.standing(email)).toMatchObject({ tier: 'gold', country: 'DE' });
      expect(await crm.standing('nobody@customer.example')).toBeUndefined();
      expect(await crm.log(entryOf(email, 1))).toMatchObject({ standing: { tier: 'gold', country: 'DE' } });
      expect(await crm.log({ ...entryOf(email, 2), withStanding: false })).not.toHaveProperty('standing');
    });

    test('makes another contact where somebody deleted the first while a run went on', async () => {
      const email = 'deleted@customer.example';
      const first = await crm.log(entryOf(email, 1));
      await crm.removeContact(email);
      expect(await crm.standing(email)).toBeUndefined();
      const second = await crm.log(entryOf(email, 2));
      expect(second).toMatchObject({ kind: 'logged', contactCreated: true });
      expect(contactIn(second)).not.toBe(contactIn(first));
      expect(await crm.count(email)).toEqual({ contacts: 1, interactions: 1 });
    });

    test('gives what stays page by page, each once, whatever is written and deleted between two pages', async () => {
      const email = 'pages@customer.example';
      const made = await Promise.all(
        [1, 2, 3, 4, 5].map(async (number) => interactionIn(await crm.log(entryOf(email, number)))),
      );
      const first = await crm.interactions({ email, limit: 2 });
      const [shown, left] = [made.filter((id) => first.ids.includes(id)), made.filter((id) => !first.ids.includes(id))];
      expect([shown, left]).toEqual([expect.objectContaining({ length: 2 }), expect.objectContaining({ length: 3 })]);
      const added = interactionIn(await crm.log(entryOf(email, 6)));
      await crm.removeInteraction(first.ids[1] ?? '');
      await crm.removeInteraction(left[0] ?? '');
      const seen: string[] = [];
      for (let after = first.next; after !== undefined; ) {
        const page = await crm.interactions({ email, limit: 1, after });
        seen.push(...page.ids);
        after = page.next;
      }
      expect(seen.filter((id) => id !== added).toSorted()).toEqual(left.slice(1).toSorted());
      expect(await crm.interactions({ email: 'nobody@customer.example', limit: 2 })).toEqual({ ids: [] });
    });

    test('keeps a company once under its domain, and leaves one that is known as it is', async () => {
      const company = { domain: 'once.example', name: 'Once Ltd' };
      const outcomes = await Promise.all(many.map(() => crm.keepCompany(company)));
      expect(new Set(outcomes.map((outcome) => outcome.kind === 'kept' && outcome.id)).size).toBe(1);
      const renamed = await crm.keepCompany({ ...company, name: 'Twice Ltd' });
      expect(renamed).toEqual({ ...outcomes[0], created: false });
    });

    test('keeps an opportunity once under its key, and refuses something else under it', async () => {
      const email = 'buyer@customer.example';
      const opportunity = { key: 'opp/1', email, title: 'Forty lamps', money: eur(129_900) };
      const outcomes = await Promise.all(many.map(() => crm.keepOpportunity(opportunity)));
      expect(new Set(outcomes.map((outcome) => outcome.kind === 'kept' && outcome.id)).size).toBe(1);
      expect(await crm.keepOpportunity({ ...opportunity, money: eur(129_901) })).toEqual(reused);
      expect(await crm.keepOpportunity({ ...opportunity, email: 'other@customer.example' })).toEqual(reused);
      expect((await crm.opportunities({ email, limit: 5 })).ids).toHaveLength(1);
      expect(await crm.count(email)).toEqual({ contacts: 1, interactions: 0 });
    });
  });
}

const reused = { kind: 'refused', why: 'key-reused' };

function contactIn(outcome: LogOutcome): string | undefined {
  if (outcome.kind === 'refused') throw new Error(`It was refused: ${outcome.why}`);
  return outcome.contactId;
}

function interactionIn(outcome: LogOutcome): string {
  if (outcome.kind === 'refused') throw new Error(`It was refused: ${outcome.why}`);
  return outcome.interactionId;
}
