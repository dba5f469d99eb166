import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ApprovalList } from '#contracts/http/approval.ts';
import { Problem } from '#contracts/http/problem.ts';
import { RunDetail, RunList } from '#contracts/http/run.ts';
import { callAs } from '#test/stack/call-api.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { type Door, openDoor } from './open-api-door.ts';

let stack: Stack;
let door: Door;
let runId: string;
let taskId: string;
let count = 0;

const secret = 'The walnut sideboard has a crack';
const nobodysName = 'Philippa Underhill';

beforeAll(async () => {
  stack = await openStack();
  door = await openDoor(stack);
  await runWorker(stack);
});
afterAll(() => stack?.close());

beforeEach(async () => {
  count += 1;
  const input = {
    from: `philippa.${count}@customer.example`,
    name: nobodysName,
    subject: `A crack ${count}`,
    text: `Hello, I want to complain: ${secret}. I am very disappointed. AF-90000${count}`,
  };
  const { runId: id } = await callAs('sam', door.url).start('triage-enquiry', input);
  const task = await callAs('lee', door.url).task(id);
  [runId, taskId] = [id, task.id];
});

/** Who was shown what of the run. */
async function looks(by?: string): Promise<string[]> {
  const { rows } = await stack.db.query(
    `select actor, body::json->>'what' as what from ledger where kind = 'data-shown' and run_id = $1
     and ($2::text is null or actor = $2) order by id`,
    [runId, by ?? null],
  );
  return rows.map(({ actor, what }) => `${actor} ${what}`);
}

const places = () =>
  [
    { path: `/api/runs/${runId}`, what: 'run' },
    { path: `/api/approvals/${taskId}`, what: 'task' },
    { path: `/api/approvals/${taskId}/attachments/1`, what: 'file' },
    { path: `/api/approvals?run=${runId}`, what: 'task-list' },
  ] as const;

/** The model call of the run, as its page names it. */
async function modelCall(): Promise<string> {
  const { timeline } = await callAs('oz', door.url).run(runId);
  return `/api/runs/${runId}/model-calls/${timeline.find(({ call }) => call !== undefined)?.call}`;
}

describe('whoever is shown what a run is about', () => {
  test('leaves one entry for each kind of place, however often they look, and none of what they saw', async () => {
    const all = [...places(), { path: await modelCall(), what: 'model-call' }];
    for (const { path, what } of [...all, ...all]) {
      const answers = await Promise.all([1, 2, 3].map(() => door.ask(path, { as: 'cora' })));
      expect([what, ...answers.map(({ status }) => status)]).toEqual([what, 200, 200, 200]);
    }
    expect(await looks('cora')).toEqual(all.map(({ what }) => `cora ${what}`));
    const { rows } = await stack.db.query("select body from ledger where kind = 'data-shown' and actor = 'cora'");
    for (const { body } of rows) expect(Object.keys(JSON.parse(body))).toEqual(['since', 'what']);
  });

  test('leaves no second entry by way of another API process', async () => {
    const other = await openDoor(stack);
    const asks = [door, other, door, other].map(({ ask }) => ask(`/api/runs/${runId}`, { as: 'max' }));
    for (const answer of await Promise.all(asks)) expect(answer.status).toBe(200);
    expect(await looks('max')).toEqual(['max run']);
  });

  test('is told of those who looked before, beside the story and not in it', async () => {
    await callAs('cora', door.url).run(runId);
    const { looks: told, timeline } = await callAs('oz', door.url).run(runId);
    expect(told).toContainEqual({ by: 'cora', what: 'run', since: expect.stringMatching(/:(00|15|30|45):00/) });
    expect(timeline.filter(({ text }) => text.includes('cora') || text.includes('data-shown'))).toEqual([]);
  });

  test('sees nothing where the entry cannot be written', async () => {
    const call = await modelCall();
    await stack.db.query(`
      create function refuse_looks() returns trigger language plpgsql as $$ begin raise 'the disk is full'; end $$;
      create trigger refuse_looks before insert on ledger for each row when (new.kind = 'data-shown') execute function refuse_looks()`);
    try {
      for (const path of [...places().map((place) => place.path), call]) {
        const answer = await door.ask(path, { as: 'bob' });
        expect([path, answer.status]).toEqual([path, 500]);
        expect(await answer.text()).not.toMatch(new RegExp(`${secret}|${nobodysName}|philippa`));
      }
      expect((await door.ask(`/api/runs/${runId}`, { as: 'eng' })).status).toBe(200);
    } finally {
      await stack.db.query('drop trigger refuse_looks on ledger; drop function refuse_looks()');
    }
    // What could not be written is not taken for written.
    expect((await door.ask(`/api/runs/${runId}`, { as: 'bob' })).status).toBe(200);
    expect(await looks('bob')).toEqual(['bob run']);
  });
});

describe('whoever may see that a run goes on, and not what it is about', () => {
  test('gets its states and times, without a word of the customer, and leaves no entry', async () => {
    const answer = await door.ask(`/api/runs/${runId}`, { as: 'eng' });
    const text = await answer.text();
    expect(text).not.toMatch(new RegExp(`${secret}|${nobodysName}|philippa|A crack`));
    const detail = RunDetail.parse(JSON.parse(text));
    expect(detail).toMatchObject({ seesPersonalData: false, run: { input: { kind: 'withheld' } } });
    expect(detail.timeline.map(({ kind }) => kind)).toContain('model-call');
    expect(detail.approvals[0]).toMatchObject({ point: 'complaint', state: 'open' });
    expect(await looks('eng')).toEqual([]);
  });

  test('is refused the task, its file and the words of the model, and finds no task in lists', async () => {
    const [, task, file] = places();
    for (const path of [task.path, file.path, await modelCall()]) {
      const answer = await door.ask(path, { as: 'eng' });
      expect([path, answer.status]).toEqual([path, 403]);
      const problem = Problem.parse(await answer.json());
      expect(problem).toMatchObject({ code: 'policy-refused', facts: { action: 'readPersonalData' } });
    }
    const list = ApprovalList.parse(await (await door.ask(`/api/approvals?run=${runId}`, { as: 'eng' })).json());
    expect(list.items).toEqual([]);
  });

  test('does not learn by searching who wrote, or what', async () => {
    const found = async (query: string, as: string) => {
      const list = RunList.parse(await (await door.ask(`/api/runs?${query}`, { as })).json());
      return list.items.map(({ id }) => id);
    };
    const address = encodeURIComponent(`philippa.${count}@customer.example`);
    for (const query of [`subject=${address}`, `q=${address}`, `q=AF-90000${count}`]) {
      expect([query, await found(query, 'cora')]).toEqual([query, [runId]]);
      expect([query, await found(query, 'eng')]).toEqual([query, []]);
    }
    expect(await found('process=triage-enquiry', 'eng')).toContain(runId);
  });

  test('is not told for what reason somebody did something', async () => {
    const reason = 'Philippa called, it is settled';
    expect((await door.send(`/api/runs/${runId}/cancel`, { reason }, 'oz')).status).toBe(202);
    const textFor = async (as: string) => (await door.ask(`/api/runs/${runId}`, { as })).text();
    expect(await textFor('cora')).toContain(reason);
    const withheld = await textFor('eng');
    expect(withheld).toContain('oz cancelled the run');
    expect(withheld).not.toContain('Philippa');
  });

  test('sees the task while they act for somebody who may, and leaves the entry in their own name', async () => {
    const [starts, ends] = [-60_000, 60_000].map((ms) => new Date(Date.now() + ms).toISOString());
    const made = await door.send('/api/delegations', { to: 'eng', starts, ends }, 'lee');
    expect(made.status).toBe(201);
    expect((await door.ask(`/api/approvals/${taskId}`, { as: 'eng' })).status).toBe(200);
    expect(await looks('eng')).toEqual(['eng task']);
  });
});
