import { afterAll, beforeAll, expect, test } from 'vitest';
import { createPostgresCrm } from '#connectors/postgres-crm/index.ts';
import { type Database, openDatabase } from '#platform/database/client.ts';
import { writeTogether } from '#store/write-together.ts';
import { createTestDatabase, type TestDatabase } from '#test/stack/database.ts';

let postgres: TestDatabase;
let database: Database;

beforeAll(async () => {
  postgres = await createTestDatabase();
  database = openDatabase(postgres.url, { connections: 2 });
}, 60_000);

afterAll(async () => {
  await database.close();
  await postgres.drop();
});

const crm = createPostgresCrm();

function plan(runId: string, email: string) {
  const customer = { email, name: 'Nora Newcomer' };
  const step = { runId, stepKey: `${runId}/log`, digest: 'd' };
  return crm.planInteraction(database.direct, {
    ...step,
    customer,
    direction: 'inbound',
    subject: 'Hello',
    summary: 'A first letter',
  });
}

test('a contact that two runs would make at the same moment is made once, and the other run finds it', async () => {
  const email = 'nora@newcomer.example';
  const [first, second] = [await plan('run_1', email), await plan('run_2', email)];
  expect([first.logged.contactCreated, second.logged.contactCreated]).toEqual([true, true]);
  expect(await writeTogether(database.direct, { writes: first.writes })).toBe(true);
  await expect(writeTogether(database.direct, { writes: second.writes })).rejects.toThrow(/crm_contact/);
  const again = await plan('run_2', email);
  expect(again.logged).toMatchObject({ contactCreated: false, contactId: first.logged.contactId });
  await writeTogether(database.direct, { writes: again.writes });
  expect(await database.direct.contact.count({ where: { email } })).toBe(1);
  const logged = await database.direct.interaction.findMany({ orderBy: { runId: 'asc' } });
  expect(logged.map(({ runId, contactId }) => [runId, contactId])).toEqual([
    ['run_1', first.logged.contactId],
    ['run_2', first.logged.contactId],
  ]);
});
