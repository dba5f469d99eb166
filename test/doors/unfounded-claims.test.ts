import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ApprovalDetail } from '#contracts/http/approval.ts';
import { ClaimList, mostChecked } from '#contracts/http/claims.ts';
import { Problem } from '#contracts/http/problem.ts';
import { RunAnswer } from '#contracts/http/run.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type Door, openDoor } from './open-api-door.ts';
import { openTask } from './open-task.ts';

let stack: Stack;
let door: Door;
let runId: string;

beforeAll(async () => {
  stack = await openStack();
  door = await openDoor(stack);
});
afterAll(() => stack?.close());
beforeEach(async () => {
  const input = { from: 'mara@example.org', text: 'Where is my order?' };
  const answer = await door.send('/api/processes/answer-order-status/runs', { input }, 'lee');
  runId = RunAnswer.parse(await answer.json()).run.id;
});

const astray = 'It is on its way: https://parcel-check.test/login';

async function show(id: string): Promise<ApprovalDetail> {
  return ApprovalDetail.parse(await (await door.ask(`/api/approvals/${id}`, { as: 'ada' })).json());
}

function decide(task: ApprovalRow, request: object): Promise<Response> {
  return door.send(`/api/approvals/${task.id}/decision`, { digest: task.digest, ...request }, 'ada');
}

test('a task shows each thing that its message says and no record has, by its place in the text', async () => {
  const text = 'It was delivered on 3 May.';
  const task = await openTask(stack, { runId, action: { text } });
  const { claims, reason } = await show(task.id);
  expect(reason).toBe('unfounded-claims');
  const unfounded = claims.filter(({ verdict }) => verdict === 'unfounded');
  expect(unfounded.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
    ['status', 'was delivered'],
    ['date', '3 May'],
  ]);
  expect(unfounded.every(({ because }) => because !== '')).toBe(true);
});

test('a task whose message the records bear out is asked about as every reply is', async () => {
  const task = await openTask(stack, { runId });
  const { claims, reason } = await show(task.id);
  expect(reason).toBe('every-reply');
  expect(claims.map(({ kind, verdict }) => `${kind} ${verdict}`)).toEqual(['status matches']);
});

test('a link that no record has cannot be approved as it stands, and the task does not offer it', async () => {
  const task = await openTask(stack, { runId, action: { text: astray } });
  expect((await show(task.id)).may.decide).not.toContain('approve');
  const answer = await decide(task, { decision: 'approve' });
  expect(answer.status).toBe(409);
  expect(Problem.parse(await answer.json())).toMatchObject({ code: 'claim-unfounded', facts: { leadingAway: 1 } });
  expect((await show(task.id)).state).toBe('open');
});

test('a person may leave it out, or send it in words of their own', async () => {
  const without = await openTask(stack, { runId, action: { text: astray } });
  expect((await decide(without, { decision: 'edit', content: { text: 'It is on its way.' } })).status).toBe(200);
  const kept = await openTask(stack, { runId, item: '2', action: { text: astray } });
  expect((await decide(kept, { decision: 'edit', content: { text: `${astray} (our page)` } })).status).toBe(200);
});

test('what is unfounded is under the digest and in the ledger, without the words', async () => {
  const task = await openTask(stack, { runId, action: { text: astray } });
  expect(task.terms).toMatchObject({ unfounded: { claims: 1, leadingAway: 1 } });
  const entries = await stack.database.direct.ledgerEntry.findMany({ where: { runId, kind: 'approval-opened' } });
  const opened = entries.map(({ body }) => JSON.parse(body)).find(({ approval }) => approval === task.id);
  expect(opened).toMatchObject({ unfounded: { claims: 1, leadingAway: 1 } });
  expect(JSON.stringify(opened)).not.toContain('parcel-check');
});

function check(task: Pick<ApprovalRow, 'id' | 'digest'>, content: object, as = 'ada'): Promise<Response> {
  return door.send(`/api/approvals/${task.id}/check`, { digest: task.digest, content }, as);
}

async function unfoundedWith(task: ApprovalRow, content: object): Promise<string[]> {
  const { claims } = ClaimList.parse(await (await check(task, content)).json());
  return claims.filter(({ verdict }) => verdict === 'unfounded').map(({ field, text }) => `${field}: ${text}`);
}

test('other words for its message are held against the records as they would be in it, and nothing is written', async () => {
  const task = await openTask(stack, { runId, action: { text: 'It was delivered on 3 May.' } });
  await show(task.id);
  const count = () => stack.database.direct.ledgerEntry.count();
  const before = await count();
  expect(await unfoundedWith(task, { text: 'It is on its way.' })).toEqual([]);
  expect(await unfoundedWith(task, { text: astray })).toEqual(['text: https://parcel-check.test/login']);
  expect(await unfoundedWith(task, { subject: 'Delivered on 3 May' })).toEqual([
    'subject: Delivered on',
    'subject: 3 May',
    'text: was delivered',
    'text: 3 May',
  ]);
  expect(await count()).toBe(before);
  expect(await show(task.id)).toMatchObject({ digest: task.digest, action: { text: 'It was delivered on 3 May.' } });
});

test('they are checked for nobody who may not see the task, and for nobody who was not shown it', async () => {
  const task = await openTask(stack, { runId });
  const problem = async (answer: Promise<Response>) => {
    const { status, code } = Problem.parse(await (await answer).json());
    return { status, code };
  };
  const content = { text: 'It is on its way.' };
  expect(await problem(check(task, content, 'eng'))).toEqual({ status: 403, code: 'policy-refused' });
  const other = { id: task.id, digest: '0'.repeat(64) };
  expect(await problem(check(other, content))).toEqual({ status: 409, code: 'digest-mismatch' });
  const unknown = { id: `apr_${'0'.repeat(32)}`, digest: task.digest };
  expect(await problem(check(unknown, content))).toEqual({ status: 404, code: 'not-found' });
  const long = { text: 'a'.repeat(mostChecked + 1) };
  expect(await problem(check(task, long))).toEqual({ status: 422, code: 'input-invalid' });
});
