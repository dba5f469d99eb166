import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AcceptRequest, createAcceptWithin } from '#governance/runs/accept.ts';
import { createAcceptRequest } from '#governance/runs/accept-request.ts';
import { findRun } from '#store/runs.ts';
import { findSnapshot } from '#store/snapshots.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';

let stack: Stack;
let acceptWithin: ReturnType<typeof createAcceptWithin>;

beforeAll(async () => {
  stack = await openStack();
  const { policy, registrySource: registry, keys, seals, ledger } = stack.foundation;
  acceptWithin = createAcceptWithin({ policy, registry, keys, seals, ledger });
});

afterAll(() => stack.close());

function aRequest(token: string, more: Partial<AcceptRequest> = {}): AcceptRequest {
  const { definitions, registry } = stack.foundation;
  const definition = definitions.get('answer-order-status');
  const startedBy = registry.person('sam');
  if (!definition || !startedBy) throw new Error('the registry lacks what every test starts with');
  const input = definition.input.parse(enquiryAbout('order-status', token));
  return { definition, input, startedBy, trigger: 'api', ...more };
}

const tables = ['run', 'run_search', 'subject', 'data_key', 'ledger', 'dispatch'];

async function countRows(): Promise<number[]> {
  const counts = tables.map((table) => stack.db.query(`select count(*)::int as rows from ${table}`));
  return (await Promise.all(counts)).map(({ rows }) => rows[0]?.rows);
}

describe('an accept', () => {
  test('that is rolled back leaves nothing, and the next one writes the snapshot again', async () => {
    const rolledBack = stack.database.transaction(async (tx) => {
      await acceptWithin(tx, aRequest('AC01'));
      throw new Error('rolled back');
    });
    await expect(rolledBack).rejects.toThrow('rolled back');
    expect(await countRows()).toEqual(tables.map(() => 0));
    for (const token of ['AC02', 'AC03', 'AC04']) {
      const run = await stack.database.transaction((tx) => acceptWithin(tx, aRequest(token)));
      expect(await findRun(stack.database.direct, run.id)).toEqual(run);
      expect(await findSnapshot(stack.database.direct, run.snapshotHash)).toBeDefined();
    }
    expect(await countRows()).toEqual(tables.map(() => 3));
  });

  test.each([
    ['AF-104711', 'AF-104711'],
    ['Bestellung 4711', 'Bestellung 4711'],
    ['mara1@example.org', null],
    ['Mara Lind', null],
  ])(
    'about %s is found in the clear by %s, since a name or an address is no number',
    async (orderNumber, reference) => {
      const { definition, ...request } = aRequest('AC05');
      const input = definition.input.parse({ ...enquiryAbout('order-status', 'AC05'), orderNumber });
      const run = await acceptWithin(stack.database.direct, { ...request, definition, input });
      expect(run.reference).toBe(reference);
    },
  );

  test('of the same request many times at once is one run, and the others leave no trace', async () => {
    const before = await countRows();
    const accept = createAcceptRequest({ database: stack.database, acceptWithin });
    const idempotency = { key: 'once', requestHash: 'the same' };
    const requests = Array.from({ length: 8 }, () => aRequest('AC10', { idempotency }));
    const accepted = await Promise.all(requests.map((request) => accept(request)));
    expect(accepted.filter(({ created }) => created)).toHaveLength(1);
    expect(new Set(accepted.map(({ run }) => run.id)).size).toBe(1);
    expect(await countRows()).toEqual(before.map((rows) => rows + 1));
  });

  test('of a child queues no order, and a second one for the same step is refused', async () => {
    const parent = await stack.database.transaction((tx) => acceptWithin(tx, aRequest('AC20')));
    const before = await countRows();
    const request = aRequest('AC21', { trigger: 'child', parent: { runId: parent.id, stepKey: `${parent.id}/child` } });
    const child = await stack.database.transaction((tx) => acceptWithin(tx, request));
    expect(await findRun(stack.database.direct, child.id)).toEqual(child);
    const orders = await stack.database.direct.dispatch.count({ where: { runId: child.id } });
    expect([orders, child.dispatchCounter]).toEqual([0, 0]);
    const again = stack.database.transaction((tx) => acceptWithin(tx, request));
    await expect(again).rejects.toMatchObject({ name: 'AlreadyAccepted' });
    expect(await countRows()).toEqual(before.map((rows, index) => rows + (tables[index] === 'dispatch' ? 0 : 1)));
  });
});
