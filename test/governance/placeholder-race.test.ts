import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { AskOutcome } from '#governance/ask/ask-outcome.ts';
import { createAskCandidate } from '#governance/ask/candidate.ts';
import { type AskOrder, createAsk } from '#governance/ask/index.ts';
import { createKeepCall } from '#governance/ask/keep-call.ts';
import { createLostCalls } from '#governance/ask/lost-calls.ts';
import { createTellPassedOver } from '#governance/ask/tell-passed-over.ts';
import { createBreakers } from '#governance/breakers/index.ts';
import { createPlanSpending } from '#governance/budgets/plan-spending.ts';
import { createPlaceholderTables, type PlaceholderTables } from '#governance/concealment/tables.ts';
import { createGuard } from '#governance/guard/index.ts';
import { createStages } from '#governance/guard/stages.ts';
import { createMightHappen, createWantsRedacted } from '#governance/guard/whole-question.ts';
import { createSteps } from '#governance/steps/index.ts';
import { type Database, openDatabase } from '#platform/database/client.ts';
import { openEgress } from '#platform/egress/open-egress.ts';
import { writeTogether } from '#store/write-together.ts';
import { type Faults, faultsOf } from '#test/stack/faults.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { questionOf, sampleCustomers } from '#test/stack/sample-customers.ts';
import { switchesOf } from '#test/stack/switches.ts';
import { composeWorld } from '#worker/compose-world.ts';

const phones = ['+44 7700 900123', '+44 7700 900456'] as const;
const customers = sampleCustomers();

let stack: Stack;
let people: People;
let faults: Faults;
let tables: PlaceholderTables;
let world: ReturnType<typeof composeWorld>;
let runId: string;

beforeAll(async () => {
  stack = await openStack();
  people = await peopleOf(stack);
  faults = faultsOf(stack);
  tables = createPlaceholderTables(stack.foundation);
  const { config, lifecycle } = stack;
  const { registry } = stack.foundation;
  const egress = openEgress({ registry, config, lifecycle });
  world = composeWorld({ config, registry, egress, lifecycle });
});
afterAll(() => stack.close());

beforeEach(async () => {
  runId = await people.start('answer-order-status', questionOf(customers.withOneOrder()));
});

/** Asks the model as a worker of its own does, on a connection of its own. */
function asker(changed: { tables: PlaceholderTables; database?: Database }) {
  const { foundation, lifecycle, db } = stack;
  const { ledger, policy, registrySource: registry, seals } = foundation;
  const own = openDatabase(db.url, { connections: 1 });
  lifecycle.onClose('connection of its own', own.close);
  const parts = { database: own, steps: createSteps(foundation), ...changed };
  const guard = createGuard({ database: parts.database, ledger, admit: createStages({ policy, registry }) });
  const askCandidate = createAskCandidate({
    ...{ ...parts, guard, model: world.model },
    keepCall: createKeepCall({ seals }),
    breakers: createBreakers({ registry }),
    wantsRedacted: createWantsRedacted({ policy, registry }),
    planSpending: createPlanSpending({ registry }),
    regionOf: (called) => registry.current().placeOfModel(called).region,
  });
  const ask = createAsk({
    ...{ ...parts, askCandidate },
    tellPassedOver: createTellPassedOver({ database: parts.database, ledger }),
    lostCalls: createLostCalls({ database: parts.database, ledger }),
    mightHappen: createMightHappen({ policy, registry }),
  });
  return (item: string, phone: string): Promise<AskOutcome> => ask(orderOf(item, phone));
}

function orderOf(item: string, phone: string): AskOrder {
  const { prompts, models } = stack.foundation.registrySource.current().snapshotFor('answer-order-status').snapshot;
  const prompt = prompts['draft-order-reply'];
  if (!prompt) throw new Error('the process has no prompt for drafts');
  return {
    step: {
      run: { id: runId, process: 'answer-order-status', execution: 1 },
      address: { runId, name: 'draft', round: 0, item },
    },
    prompt,
    models: Object.values(models),
    variables: {
      facts: { situation: 'order-none', customerName: 'Mara Lindqvist', attempt: 1 },
      subject: `Ring me, ${runId}-${item}`,
      text: `My phone is ${phone}.`,
    },
    // What a question is found again by stays in it.
    orderNumberPattern: `${runId}-\\d`,
    timeoutMs: 10_000,
  };
}

/** What left of a question, as the model saw it. */
async function seenOf(item: string): Promise<string[]> {
  return (await faults.calls(`${runId}-${item}`)).map(({ lastMessage }) => lastMessage);
}

/** What each placeholder of the run stands for in the row. */
async function kept(): Promise<ReadonlyMap<string, string>> {
  const { placeholders } = await tables.read(stack.database.direct, runId);
  expect(new Set(placeholders.map(({ placeholder }) => placeholder)).size).toBe(placeholders.length);
  return new Map(placeholders.map(({ placeholder, value }) => [placeholder, value]));
}

describe('two calls of one run that give out placeholders at the same time', () => {
  test('never give the same one to two things: one of them is tried again with those of the other', async () => {
    let readers = 0;
    const { promise: bothHaveRead, resolve } = Promise.withResolvers<void>();
    const reading: PlaceholderTables = {
      ...tables,
      read: async (tx, id) => {
        const table = await tables.read(tx, id);
        readers += 1;
        if (readers === 2) resolve();
        await bothHaveRead;
        return table;
      },
    };
    const asked = [1, 2].map((number) => ({
      ask: asker({ tables: reading }),
      item: String(number),
      phone: phones[number - 1] ?? '',
    }));
    const first = await Promise.allSettled(asked.map(({ ask, item, phone }) => ask(item, phone)));
    expect(first.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const late = asked[first.findIndex(({ status }) => status === 'rejected')];
    if (!late) throw new Error('nobody was late');
    expect(await seenOf(late.item)).toEqual([]);
    await late.ask(late.item, late.phone);
    const standsFor = await kept();
    for (const { item, phone } of asked) {
      const [seen = '', ...others] = await seenOf(item);
      const [written = 'none'] = /\[PHONE_\d+\]/.exec(seen) ?? [];
      expect([standsFor.get(written), others]).toEqual([phone, []]);
    }
  });

  test('lose nothing where the other comes first between the look and the write', async () => {
    const switches = switchesOf(stack);
    const target = { kind: 'process', name: 'answer-order-status' } as const;
    const pulled = await switches.pull(target);
    const own = openDatabase(stack.db.url, { connections: 2 });
    stack.lifecycle.onClose('connections of the late one', own.close);
    const database: Database = {
      ...own,
      transaction: async (work) => {
        await switches.lift(pulled);
        return own.transaction(work);
      },
    };
    const other = { type: 'phone', placeholder: '[PHONE_1]', key: `phone:${phones[1]}`, value: phones[1] } as const;
    let looks = 0;
    const overtaken: PlaceholderTables = {
      ...tables,
      read: async (tx, id) => {
        const table = await tables.read(tx, id);
        looks += 1;
        if (looks === 2) {
          const write = await tables.put(id, { version: table.version, placeholders: [other] });
          await writeTogether(stack.database.direct, { writes: [write] });
        }
        return table;
      },
    };
    await expect(asker({ tables: overtaken, database })('3', phones[0])).rejects.toThrow('it is tried again');
    expect(looks).toBe(2);
    expect(await seenOf('3')).toEqual([]);
    expect(await kept()).toEqual(new Map([['[PHONE_1]', phones[1]]]));
  });
});
