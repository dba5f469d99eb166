import { customers, orders } from '#dev/records/index.ts';
import { readSample, startingSamples } from '#dev/samples/index.ts';
import type { Config } from '#platform/config/index.ts';
import { openDatabase } from '#platform/database/client.ts';
import { insertContacts } from '#store/crm.ts';
import { insertOrders } from '#store/orders.ts';

export interface SeedOptions {
  config: Config;
  databaseUrl: string;
  apiUrl: string;
}

/** Gives the local stack its invented customers and orders, and three e-mails so that the inbox is not empty. Done once, however often it runs. */
export async function seedLocalStack({ config, databaseUrl, apiUrl }: SeedOptions): Promise<void> {
  await seedRecords(databaseUrl);
  if (config.auth.kind === 'dev') for (const sample of startingSamples) await sendSample(apiUrl, sample.file);
}

async function seedRecords(databaseUrl: string): Promise<void> {
  const database = openDatabase(databaseUrl, { connections: 1 });
  try {
    await insertContacts(database.direct, customers.map((customer) => ({ ...customer, company: customer.company ?? null })));
    await insertOrders(database.direct, [...orders]);
  } finally {
    await database.close();
  }
}

/** The same mail again is recognised by the intake and starts nothing. */
async function sendSample(apiUrl: string, file: string): Promise<void> {
  const answer = await fetch(`${apiUrl}/api/inbound/mail`, {
    method: 'POST',
    headers: { authorization: 'Bearer dev-sam', 'content-type': 'message/rfc822' },
    body: new Uint8Array(await readSample(file)),
  });
  if (!answer.ok) throw new Error(`The sample ${file} was not taken in: HTTP ${answer.status} ${await answer.text()}`);
}
