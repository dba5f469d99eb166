import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { ApprovalDetail } from '#contracts/http/approval.ts';
import { textOfMoment } from '#contracts/moment-text.ts';
import { createJudge } from '#governance/approvals/judge.ts';
import { findApproval } from '#store/approvals.ts';
import { type Door, openDoor } from '#test/doors/open-api-door.ts';
import { eventually } from '#test/stack/eventually.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { replayEveryRun } from '#test/stack/replay.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { questionOf, sampleCustomers } from '#test/stack/sample-customers.ts';

let stack: Stack;
let people: People;
let door: Door;

/** In milliseconds from the moment the task is opened. */
const after = { reminder: 1_000, escalation: 2_000, due: 3_000, end: 120_000 };

const reply = {
  stages: [{ name: 'review', quorum: 2, ask: { people: ['ada', 'bob', 'max'] } }],
  priority: 'high',
  remind: [`${after.reminder} ms`],
  escalate: [{ after: `${after.escalation} ms`, ask: { people: ['lee'] } }],
  due: `${after.due} ms`,
  expires: `${after.end} ms`,
};

/** Only who may agree is told. */
const authorityOfMax = ['EUR', 'GBP'].map((currency) => ({ currency, upTo: 75_000, validUntil: '2027-12-31' }));

beforeAll(async () => {
  const file = 'processes/answer-order-status.yaml';
  stack = await openStack({
    registry: [
      { file, path: ['approvals', 'reply'], value: reply },
      { file: 'people.yaml', path: ['people', 4, 'authority'], value: authorityOfMax },
    ],
  });
  [people, door] = [await peopleOf(stack), await openDoor(stack)];
  await runWorker(stack);
});

afterAll(async () => {
  await replayEveryRun(stack);
  await stack.close();
});

const Mails = z.array(
  z.object({ to: z.tuple([z.string()]), text: z.string(), receivedAt: z.coerce.date(), subject: z.string() }),
);

interface Told {
  who: string;
  /** How the notice opens: why this person is told. */
  why: string;
  text: string;
  at: Date;
}

/** What colleagues were told of the task. One e-mail may tell of several things. */
async function toldOf(taskId: string): Promise<Told[]> {
  const mails = Mails.parse(await (await fetch(`${stack.mailboxUrl}/messages`)).json());
  return mails.flatMap(({ to: [to], text, receivedAt }) => {
    const notices = text.split('\n----\n').filter((part) => part.includes(taskId));
    return notices.map((notice) => ({
      who: to.split('@')[0] ?? '',
      why: notice.trim().split(':')[0] ?? '',
      text: notice,
      at: receivedAt,
    }));
  });
}

async function ledgerOf(runId: string): Promise<{ kind: string; actor: string; at: Date; body: object }[]> {
  const query = `select kind, actor, at, body from ledger
    where (run_id = $1 and kind ~ '^(approval|vote|decision|run)') or kind ~ '^delegation' order by id`;
  const { rows } = await stack.db.query(query, [runId]);
  return rows.map(({ kind, actor, at, body }) => ({ kind, actor, at, body: JSON.parse(body) }));
}

/** Who is told next, of whom as many as said have to be waited for; in the order of their names. */
function createListener(taskId: string): (count: number) => Promise<Told[]> {
  let heard = 0;
  return async (count) => {
    const told = await eventually(`${count} more to be told`, async () => {
      const all = await toldOf(taskId);
      return all.length >= heard + count && all;
    });
    const fresh = told.toSorted((one, other) => one.at.getTime() - other.at.getTime()).slice(heard);
    heard = told.length;
    return fresh.toSorted((one, other) => one.who.localeCompare(other.who));
  };
}

/** What people were told, in one line each. */
const linesOf = (told: readonly Told[]) => told.map(({ who, why }) => `${who}: ${why}`);

function expectFrom(told: readonly Told[], earliest: Date): void {
  for (const { at } of told) expect(at.getTime()).toBeGreaterThanOrEqual(earliest.getTime());
}

async function show(id: string): Promise<ApprovalDetail> {
  return ApprovalDetail.parse(await (await door.ask(`/api/approvals/${id}`, { as: 'cora' })).json());
}

async function decide(id: string, as: string, decision: string, content?: object): Promise<number> {
  const { digest } = await show(id);
  const body = { decision, digest, ...(content ? { content } : {}) };
  return (await door.send(`/api/approvals/${id}/decision`, body, as)).status;
}

test('a task is asked for, reminded of, escalated, delegated, edited and agreed to by two of three, and everybody hears of it in time', async () => {
  const customer = sampleCustomers().withOneOrder();
  const runId = await people.start('answer-order-status', questionOf(customer));
  const task = await people.task(runId);
  const { id, openedAt } = task;
  const at = (ms: number) => new Date(openedAt.getTime() + ms);
  expect(task).toMatchObject({ priority: 2, dueAt: at(after.due), expiresAt: at(after.end) });

  const next = createListener(id);

  const asked = await next(3);
  expect(linesOf(asked)).toEqual(['ada: A task waits', 'bob: A task waits', 'max: A task waits']);
  expectFrom(asked, openedAt);
  for (const { text } of asked) {
    expect(text).toContain(`Due: ${textOfMoment(at(after.due).toISOString())}\n`);
    expect(text).toContain(`Decide before: ${textOfMoment(at(after.end).toISOString())}\n`);
    expect(text).toMatch(/\/approve\/[\w-]{43}\s+with the code \d{6}/);
  }
  const reminded = await next(3);
  expect(linesOf(reminded)).toEqual(['ada: A task still waits', 'bob: A task still waits', 'max: A task still waits']);
  expectFrom(reminded, at(after.reminder));
  const escalated = await next(1);
  expect(linesOf(escalated)).toEqual(['lee: A task waits and nobody has decided']);
  expectFrom(escalated, at(after.escalation));

  const [starts, ends] = [-3_600_000, 3_600_000].map((ms) => new Date(Date.now() + ms).toISOString());
  expect((await door.send('/api/delegations', { to: 'eng', starts, ends }, 'ada')).status).toBe(201);
  expect(await decide(id, 'eng', 'approve')).toBe(200);
  expect(await show(id)).toMatchObject({
    state: 'open',
    words: [{ by: 'eng', onBehalfOf: 'ada', decision: 'approve' }],
  });

  const first = (await show(id)).words[0]?.at ?? '';
  const askedOn = await next(3);
  expect(linesOf(askedOn)).toEqual(['bob: A task waits', 'lee: A task waits', 'max: A task waits']);
  expectFrom(askedOn, new Date(first));

  const text = `Dear ${customer.name},\n\nas Bob wrote it.`;
  expect(await decide(id, 'bob', 'edit', { text })).toBe(200);
  expect((await show(id)).words.map(({ by, isOnThisText }) => [by, isOnThisText])).toEqual([
    ['eng', false],
    ['bob', true],
  ]);
  const askedAnew = await next(4);
  expect(linesOf(askedAnew)).toEqual(['ada', 'eng', 'lee', 'max'].map((who) => `${who}: A task waits`));
  expect(await decide(id, 'bob', 'approve')).toBe(403);
  expect((await people.messages()).filter(({ to }) => to.includes(customer.email))).toEqual([]);

  expect(await decide(id, 'lee', 'approve')).toBe(200);
  expect(await people.outcome(runId)).toBe('answered-edited');
  const sent = (await people.messages()).filter(({ to }) => to.includes(customer.email));
  expect(sent.map((message) => message.text.trimEnd())).toEqual([text]);

  const shown = await show(id);
  expect(shown).toMatchObject({
    state: 'edited',
    action: { text },
    decision: { decision: 'approve', by: 'lee', onBehalfOf: null, with: ['bob'], signature: 'valid' },
  });
  const row = await findApproval(stack.database.direct, id);
  const decision = row && (await createJudge(stack.foundation)(row));
  expect(decision).toMatchObject({ kind: 'edited', by: 'lee', action: { text, to: customer.email } });

  const ledger = await ledgerOf(runId);
  expect(ledger.map(({ kind, actor, body }) => ({ kind, actor, ...body }))).toMatchObject([
    { kind: 'run-accepted', actor: 'sam' },
    { kind: 'approval-opened', asks: ['person:ada', 'person:bob', 'person:max'], due: at(after.due).toISOString() },
    { kind: 'approval-reminded', actor: 'upkeep', step: 1 },
    { kind: 'approval-escalated', actor: 'upkeep', step: 2, asks: ['person:lee'] },
    { kind: 'delegation-made', actor: 'ada', from: 'ada', to: 'eng' },
    { kind: 'vote-given', actor: 'eng', decision: 'approve', onBehalfOf: 'ada' },
    { kind: 'vote-given', actor: 'bob', decision: 'edit' },
    { kind: 'decision-refused', actor: 'bob', code: 'forbidden' },
    { kind: 'decision-made', actor: 'lee', decision: 'approve', with: ['bob'] },
    { kind: 'run-closed', outcome: 'answered-edited' },
  ]);
  const timeOf = (kind: string) => ledger.find((entry) => entry.kind === kind)?.at.getTime() ?? 0;
  expect(timeOf('approval-reminded')).toBeGreaterThanOrEqual(at(after.reminder).getTime());
  expect(timeOf('approval-escalated')).toBeGreaterThanOrEqual(at(after.escalation).getTime());

  expect(linesOf(await toldOf(id))).toHaveLength(14);
});
