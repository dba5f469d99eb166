import { afterAll, beforeAll, expect, test } from 'vitest';
import { createChangeFeed } from '#api/use-cases/events/change-feed.ts';
import { newId } from '#contracts/ids.ts';
import type { Transaction } from '#store/database.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';

let stack: Stack;

beforeAll(async () => {
  stack = await openStack();
});
afterAll(() => stack?.close());

async function append(tx: Transaction): Promise<string> {
  const runId = newId('run');
  await stack.foundation.ledger.append(tx, { kind: 'cancel-requested', runId, actor: 'oz', body: { leaving: 0 } });
  return runId;
}

test('what is committed late is told late, and not lost to what was begun after it', async () => {
  const { database } = stack;
  const feed = createChangeFeed({ reads: database.direct });
  await feed.begin();
  const look = async () => (await feed.look()).map(({ runId }) => runId);
  const later: string[] = [];
  let slow = '';
  await database.transaction(async (tx) => {
    slow = await append(tx);
    for (let count = 0; count < 3; count += 1) later.push(await append(database.direct));
    expect(await look()).toEqual(later);
  });
  const before = feed.place();
  expect(await look()).toEqual([slow]);
  expect(await look()).toEqual([]);
  const again = createChangeFeed({ reads: database.direct });
  await again.begin();
  expect((await again.since(before))?.map(({ runId }) => runId)).toEqual([slow, ...later]);
});

test('what was under way when it began is told once it is committed', async () => {
  const { database } = stack;
  const feed = createChangeFeed({ reads: database.direct });
  let slow = '';
  await database.transaction(async (tx) => {
    slow = await append(tx);
    await append(database.direct);
    await feed.begin();
  });
  expect((await feed.look()).map(({ runId }) => runId)).toEqual([slow]);
});

test('an entry that was rolled back holds nothing up for ever', async () => {
  const { database } = stack;
  let clock = 0;
  const feed = createChangeFeed({ reads: database.direct, now: () => clock });
  await feed.begin();
  await database
    .transaction(async (tx) => {
      await append(tx);
      throw new Error('rolled back');
    })
    .catch(() => undefined);
  await append(database.direct);
  await feed.look();
  const held = feed.place();
  clock += 31_000;
  await feed.look();
  expect(feed.place()).toBe(held + 2n);
});
