import { MailAccepted } from '#contracts/http/mail.ts';
import { awaitTasks } from '#dev/await-tasks.ts';
import { customers, orders } from '#dev/records/index.ts';
import { insertBilling } from '#dev/records/insert-billing.ts';
import { readSample, startingSamples } from '#dev/samples/index.ts';
import type { Config } from '#platform/config/index.ts';
import { openDatabase } from '#platform/database/client.ts';
import { insertContacts } from '#store/crm.ts';
import { insertOrders } from '#store/orders.ts';

export interface SeedOptions {
  config: Config;
  databaseUrl: string;
  apiUrl: string;
  signal: AbortSignal;
  say(line: string): void;
}

const authorization = 'Bearer dev-sam';
const tasksWithinMs = 15_000;

/** Gives the local stack its invented customers, orders and articles, and three e-mails so that the inbox is not empty. Done once, however often it runs. */
export async function seedLocalStack(options: SeedOptions): Promise<void> {
  await seedRecords(options.databaseUrl);
  if (options.config.auth.kind !== 'dev') return;
  await loadArticles(options);
  await fillInbox(options);
}

/** Takes in what the invented firm wrote down, as its team lead. */
async function loadArticles({ apiUrl }: SeedOptions): Promise<void> {
  const answer = await fetch(`${apiUrl}/api/knowledge/load`, {
    method: 'POST',
    headers: { authorization: 'Bearer dev-lee', 'content-type': 'application/json' },
    body: '{}',
  });
  if (!answer.ok) throw new Error(`The articles were not taken in: HTTP ${answer.status} ${await answer.text()}`);
}

/** On later starts the runs have long asked or ended, and there is nothing to wait for. */
async function fillInbox({ apiUrl, signal, say }: SeedOptions): Promise<void> {
  const runs: string[] = [];
  for (const { file } of startingSamples) runs.push(...(await sendSample(apiUrl, file)));
  const filled = await awaitTasks(runs, { apiUrl, authorization, signal, withinMs: tasksWithinMs });
  if (!filled) say('the three sample e-mails are still being worked on; their tasks come into the inbox later');
}

async function seedRecords(databaseUrl: string): Promise<void> {
  const database = openDatabase(databaseUrl, { connections: 1 });
  try {
    await insertContacts(
      database.direct,
      customers.map((customer) => ({ ...customer, company: customer.company ?? null })),
    );
    await insertOrders(database.direct, [...orders]);
    await insertBilling(database.direct);
  } finally {
    await database.close();
  }
}

/** The run that works on it. The same mail again is recognised by the intake and starts no other. */
async function sendSample(apiUrl: string, file: string): Promise<string[]> {
  const answer = await fetch(`${apiUrl}/api/inbound/mail`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'message/rfc822' },
    body: new Uint8Array(await readSample(file)),
  });
  if (!answer.ok) throw new Error(`The sample ${file} was not taken in: HTTP ${answer.status} ${await answer.text()}`);
  const accepted = MailAccepted.safeParse(await answer.json());
  return accepted.success ? [accepted.data.run.id] : [];
}
