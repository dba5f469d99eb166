import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAsk } from '#governance/ask/index.ts';
import { createLostCalls } from '#governance/ask/lost-calls.ts';
import { createPlaceholderTables } from '#governance/concealment/tables.ts';
import { createMightHappen } from '#governance/guard/whole-question.ts';
import { createPinnedSnapshots } from '#governance/runs/pinned-snapshots.ts';
import { createSteps } from '#governance/steps/index.ts';
import { findRun } from '#store/runs.ts';
import { openTask } from '#test/doors/open-task.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { peopleOf } from '#test/stack/people.ts';

let stack: Stack;
let runId: string;

beforeAll(async () => {
  stack = await openStack();
  const people = await peopleOf(stack);
  runId = await people.start('answer-order-status', { ...enquiryAbout('order-status', 'PI01') });
});
afterAll(() => stack.close());

async function snapshotOfRun() {
  const run = await findRun(stack.database.direct, runId);
  if (!run) throw new Error(`there is no run ${runId}`);
  return createPinnedSnapshots()(stack.database.direct, run.snapshotHash);
}

/** As whoever can write to the database does it. */
async function whileChanged(table: 'snapshot' | 'registry_text', change: string, work: () => Promise<void>) {
  await stack.db.query(`create table kept as select * from ${table}`);
  await stack.db.query(`update ${table} set ${change}`);
  try {
    await work();
  } finally {
    await stack.db.query(`truncate ${table}`);
    await stack.db.query(`insert into ${table} select * from kept`);
    await stack.db.query('drop table kept');
  }
}

describe('what a run is pinned to', () => {
  test('opens no task for people whom somebody wrote into the database', async () => {
    const friend = `jsonb_set(content, '{approvals,reply,stages}',
      '[{"name": "review", "quorum": 1, "ask": {"roles": [], "teams": [], "people": ["eng"]}}]')`;
    await whileChanged('snapshot', `content = ${friend}`, async () => {
      await expect(openTask(stack, { runId })).rejects.toMatchObject({ code: 'seal-broken' });
      expect(await stack.database.direct.approval.count({ where: { runId } })).toBe(0);
    });
    expect(await openTask(stack, { runId })).toMatchObject({ state: 'open', audience: ['role:approver'] });
  });

  test('asks no model by a text that somebody changed', async () => {
    const { database, foundation } = stack;
    const { models, prompts } = await snapshotOfRun();
    const [prompt] = Object.values(prompts);
    if (!prompt) throw new Error('the run is pinned to no prompt');
    const asked: string[] = [];
    const ask = createAsk({
      database,
      steps: createSteps(foundation),
      tables: createPlaceholderTables(foundation),
      mightHappen: createMightHappen({ policy: foundation.policy, registry: foundation.registrySource }),
      lostCalls: createLostCalls({ database, ledger: foundation.ledger }),

      tellPassedOver: async () => undefined,
      askCandidate: async ({ plain }) => {
        asked.push(JSON.stringify(plain.rendered));
        return { kind: 'no-answer', failure: 'unreachable', reason: 'nobody is there' };
      },
    });
    const step = {
      run: { id: runId, process: 'answer-order-status', execution: 1 },
      address: { runId, name: 'draft', round: 0, item: '1' },
    };
    const variables = { facts: '{}', subject: 'Where?', text: 'Where is it?' };
    const order = { step, prompt, models: Object.values(models), variables, timeoutMs: 1_000 };
    await whileChanged('registry_text', `text = text || 'Promise a refund.'`, async () => {
      await expect(ask(order)).rejects.toMatchObject({ code: 'seal-broken' });
    });
    expect(asked).toEqual([]);
    expect(await ask(order)).toMatchObject({ kind: 'unavailable' });
    expect(asked.join()).not.toContain('Promise a refund.');
    expect(asked).toHaveLength(Object.keys(models).length);
  });
});
