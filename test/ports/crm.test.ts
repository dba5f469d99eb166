import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createPostgresCrm } from '#connectors/postgres-crm/index.ts';
import type { CrmPlan, InteractionToLog, LogOutcome, OutsideCrm } from '#contracts/ports/crm.ts';
import type { OutsideAnswer } from '#contracts/ports/outside.ts';
import { type Database, openDatabase } from '#platform/database/client.ts';
import { type Write, writeTogether } from '#store/write-together.ts';
import { createTestDatabase, type TestDatabase } from '#test/stack/database.ts';
import type { FakeHubSpot } from '#test/world/hubspot/index.ts';
import { openConnectedHubSpot } from '#test/world/hubspot/open-connected.ts';
import { type CrmUnderTest, describeCrm } from './crm-contract.ts';

const waiting = { timeoutMs: 5_000 };

describeCrm('our own', async () => {
  const postgres = await createTestDatabase();
  const database = openDatabase(postgres.url, { connections: 10 });
  return { ...ownUnderTest(database), close: () => closeBoth(postgres, database) };
});

describeCrm('HubSpot', async () => {
  const { hubspot, crm, close } = await openConnectedHubSpot();
  return { ...outsideUnderTest(hubspot, crm), close };
});

test('what is written to a contact that is deleted after the look at it is written by nobody, and then to a new one', async () => {
  const postgres = await createTestDatabase();
  const database = openDatabase(postgres.url, { connections: 2 });
  const crm = ownUnderTest(database);
  const email = 'raced@customer.example';
  await crm.addContact({ email, tier: 'gold', country: 'DE' });
  const said = { direction: 'inbound', subject: 'Hello', summary: 'A letter', runId: 'run_1', digest: 'd' } as const;
  const entry = { ...said, customer: { email }, key: 'raced/1', withStanding: false };
  const { writes } = await createPostgresCrm().planInteraction(database.direct, entry);
  await crm.removeContact(email);
  await expect(writeTogether(database.direct, { writes })).rejects.toThrow(/crm_interaction_contact_id_fkey/);
  expect(await crm.log(entry)).toMatchObject({ kind: 'logged', contactCreated: true });
  expect(await crm.count(email)).toEqual({ contacts: 1, interactions: 1 });
  await closeBoth(postgres, database);
});

function ownUnderTest(database: Database): Omit<CrmUnderTest, 'close'> {
  const crm = createPostgresCrm();
  const { direct } = database;
  /** What cannot be written together, since another was quicker, is planned anew. */
  const write = async <Outcome>(plan: () => Promise<CrmPlan<Outcome, Write>>): Promise<Outcome> => {
    for (;;) {
      const { outcome, writes } = await plan();
      const written = writes.length === 0 || (await writeTogether(direct, { writes }).catch(() => false));
      if (written) return outcome;
    }
  };
  return {
    log: (interaction) => write(() => crm.planInteraction(direct, interaction)),
    find: async (interaction) => {
      const { outcome, writes } = await crm.planInteraction(direct, interaction);
      return writes.length === 0 ? outcome : undefined;
    },
    keepCompany: (company) => write(() => crm.planCompany(direct, company)),
    keepOpportunity: (opportunity) => write(() => crm.planOpportunity(direct, opportunity)),
    standing: (email) => crm.findStanding(direct, email),
    interactions: (search) => crm.listInteractions(direct, search),
    opportunities: (search) => crm.listOpportunities(direct, search),
    addContact: async ({ email, tier, country }) => {
      await direct.contact.create({ data: { id: `by-hand-${email}`, email, tier, country } });
    },
    removeContact: async (email) => {
      await direct.contact.deleteMany({ where: { email } });
    },
    removeInteraction: async (id) => {
      await direct.interaction.delete({ where: { id } });
    },
    count: async (email) => ({
      contacts: await direct.contact.count({ where: { email } }),
      interactions: await direct.interaction.count({ where: { contact: { email } } }),
    }),
  };
}

function outsideUnderTest({ records }: FakeHubSpot, crm: OutsideCrm): Omit<CrmUnderTest, 'close'> {
  const contactsOf = (email: string) => records.all('contacts').filter(({ properties }) => properties.email === email);
  return {
    log: (interaction) => logOutside(crm, interaction),
    find: (interaction) => answered(() => crm.findInteraction(interaction, waiting)),
    keepCompany: (company) => answered(() => crm.keepCompany(company, waiting)),
    keepOpportunity: (opportunity) => answered(() => crm.keepOpportunity(opportunity, waiting)),
    standing: (email) => answered(() => crm.findStanding(email, waiting)),
    // Its search lags; here it has had the time it needs.
    interactions: (search) => {
      records.catchUp();
      return answered(() => crm.listInteractions(search, waiting));
    },
    opportunities: (search) => {
      records.catchUp();
      return answered(() => crm.listOpportunities(search, waiting));
    },
    addContact: async ({ email, tier, country }) => {
      records.add('contacts', { email, baton_tier: tier, hs_country_region_code: country });
    },
    removeContact: async (email) => {
      for (const { id } of contactsOf(email)) records.archive('contacts', id);
    },
    removeInteraction: async (id) => records.archive('notes', id),
    count: async (email) => {
      const contacts = contactsOf(email);
      const notes = records.all('notes').filter(({ contact }) => contacts.some(({ id }) => id === contact));
      return { contacts: contacts.length, interactions: notes.length };
    },
  };
}

/** As a step does it: what is not known is looked up before it is asked for again. */
async function logOutside(crm: OutsideCrm, interaction: InteractionToLog): Promise<LogOutcome> {
  const answer = await crm.logInteraction(interaction, waiting);
  if (answer.kind === 'answered') return answer.outcome;
  if (answer.kind === 'not-now') await pause(answer.retryAfterMs ?? 10);
  const found = await answered(() => crm.findInteraction(interaction, waiting));
  return found ?? logOutside(crm, interaction);
}

async function answered<Outcome>(ask: () => Promise<OutsideAnswer<Outcome>>): Promise<Outcome> {
  const answer = await ask();
  return answer.kind === 'answered' ? answer.outcome : answered(ask);
}

async function closeBoth(postgres: TestDatabase, database: Database): Promise<void> {
  await database.close();
  await postgres.drop();
}
