import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { RunAnswer } from '#contracts/http/run.ts';
import { createMakeLinks } from '#governance/approvals/links-make.ts';
import { unknownLinkRefused } from '#governance/approvals/links-refusal.ts';
import { createRemoveLinks } from '#governance/approvals/remove-links.ts';
import { startUpkeep } from '#governance/approvals/upkeep-service.ts';
import { createCountedRefusals } from '#governance/ledger/counted-refusals.ts';
import { createLog } from '#platform/log/index.ts';
import { eventually } from '#test/stack/eventually.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type Door, openDoor } from './open-api-door.ts';
import { openTask } from './open-task.ts';

let stack: Stack;
let door: Door;
let runId: string;

beforeAll(async () => {
  stack = await openStack();
  door = await openDoor(stack);
  const input = { from: 'mara@example.org', text: 'Where is my order?' };
  const answer = await door.send('/api/processes/answer-order-status/runs', { input }, 'sam');
  runId = RunAnswer.parse(await answer.json()).run.id;
});
afterAll(() => stack?.close());

const invented = () => `/approve/${randomBytes(32).toString('base64url')}`;
const post = (path: string) => door.ask(path, { method: 'POST', body: new URLSearchParams({ decision: 'approve' }) });

async function waiting(item: string) {
  const { database, foundation } = stack;
  const task = await openTask(stack, { runId, item });
  const make = createMakeLinks({ database, seals: foundation.seals, publicUrl: 'https://baton.example' });
  const [made] = await make([{ approvalId: task.id, person: 'ada' }]);
  return { task, path: new URL(made?.link.address ?? '').pathname };
}

/** How many refusals each entry about links that nobody knows stands for, oldest first. */
async function counts(): Promise<number[]> {
  const { rows } = await stack.db.query(
    "select body from ledger where kind = 'link-refused' and run_id is null order by id",
  );
  return rows.map(({ body }) => JSON.parse(body).count);
}

describe('links of tasks that are long over', () => {
  const over = (id: string, state: string, days: number) =>
    stack.db.query(
      `update approval set state = $2, decided_at = now() - $3 * interval '1 day', due_at = now() - interval '40 days' where id = $1`,
      [id, state, days],
    );

  test('are removed thirty days after the end, and those of all other tasks stay', async () => {
    const tasks = await Promise.all(['1', '2', '3', '4', '5'].map(waiting));
    const [decided, expired, withdrawn, lately, open] = tasks;
    if (!decided || !expired || !withdrawn || !lately || !open) throw new Error('five tasks wait');
    await over(decided.task.id, 'approved', 31);
    await over(expired.task.id, 'expired', 31);
    await over(withdrawn.task.id, 'withdrawn', 31);
    await over(lately.task.id, 'approved', 29);
    await over(open.task.id, 'open', 31);
    expect(await createRemoveLinks({ database: stack.database })()).toBe(false);
    const { rows } = await stack.db.query('select approval_id from approval_link');
    expect(rows.map(({ approval_id }) => approval_id).toSorted()).toEqual([lately.task.id, open.task.id].toSorted());
  });

  test('tell whoever opens an old e-mail that the task is over or the address is not whole', async () => {
    const { path, task } = await waiting('old');
    await over(task.id, 'expired', 31);
    expect((await door.ask(path)).status).toBe(410);
    const { database, foundation } = stack;
    const notice = async () => undefined;
    const log = createLog({ name: 'test', level: 'silent' });
    const upkeep = startUpkeep({ database, ledger: foundation.ledger, notice, log });
    const answer = await eventually('the link to be removed', async () => {
      const asked = await door.ask(path);
      return asked.status === 404 ? asked : undefined;
    });
    await upkeep.stop();
    const page = await answer.text();
    for (const words of [
      'This link is not known here',
      'was decided or has ended a while ago',
      'nothing is left to do',
    ])
      expect(page).toContain(words);
    expect((await post(path)).status).toBe(404);
  });
});

describe('links that nobody knows', () => {
  test('are refused by a number a minute, and written down in one entry, while those that are known go on', async () => {
    const { path, task } = await waiting('known');
    const before = (await counts()).length;
    const statuses: number[] = [];
    for (let round = 0; round < 8; round += 1) {
      const answers = await Promise.all(Array.from({ length: 10 }, () => post(invented())));
      statuses.push(...answers.map(({ status }) => status));
      for (const answer of answers.filter(({ status }) => status === 429))
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(new Set(statuses)).toEqual(new Set([404, 429]));
    expect(statuses.filter((status) => status === 404).length).toBeLessThanOrEqual(60);
    const looked = await door.ask(invented());
    expect(looked.status).toBe(429);
    expect(await looked.text()).toContain('Too many links that nobody knows were tried');
    expect((await counts()).length).toBeLessThanOrEqual(before + 1);

    expect((await door.ask(path)).status).toBe(200);
    expect((await post(path)).status).toBe(403);
    const { rows } = await stack.db.query("select body from ledger where kind = 'link-refused' and run_id = $1", [
      runId,
    ]);
    expect(rows.map(({ body }) => JSON.parse(body))).toEqual([{ approval: task.id, code: 'page-outdated', count: 1 }]);
  });

  test('are counted without losing one: the first at once, the others when their minute or the program ends', async () => {
    const parts = { database: stack.database, ledger: stack.foundation.ledger };
    const log = createLog({ name: 'test', level: 'silent' });
    const refusals = createCountedRefusals({ ...parts, log, everyMs: 200 });
    const before = (await counts()).length;
    const since = async () => (await counts()).slice(before);
    for (let count = 0; count < 5; count += 1) await refusals.count(unknownLinkRefused);
    expect(await since()).toEqual([1]);
    await eventually('the end of the minute', async () => (await since()).length === 2);
    expect(await since()).toEqual([1, 4]);
    await refusals.count(unknownLinkRefused);
    await refusals.stop();
    expect(await since()).toEqual([1, 4, 1]);
  });

  test('are counted apart from what else is refused', async () => {
    const parts = { database: stack.database, ledger: stack.foundation.ledger };
    const refusals = createCountedRefusals({ ...parts, log: createLog({ name: 'test', level: 'silent' }) });
    const refused = (approval: string) => (count: number) =>
      ({ kind: 'decision-refused', actor: 'counting', body: { approval, code: 'json-invalid', count } }) as const;
    for (const approval of ['one', 'one', 'two', 'one']) await refusals.count(refused(approval));
    await refusals.stop();
    const { rows } = await stack.db.query("select body from ledger where actor = 'counting' order by id");
    expect(rows.map(({ body }) => JSON.parse(body)).map(({ approval, count }) => [approval, count])).toEqual([
      ['one', 1],
      ['two', 1],
      ['one', 2],
    ]);
  });
});
