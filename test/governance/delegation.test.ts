import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Person } from '#contracts/person.ts';
import { composeActs } from '#governance/approvals/compose-acts.ts';
import { composeDecide } from '#governance/approvals/compose-decide.ts';
import { createJudge } from '#governance/approvals/judge.ts';
import { delegationMac } from '#governance/approvals/read-delegations.ts';
import { decisionKeysFolder } from '#governance/foundation.ts';
import { loadDecisionSigner } from '#governance/keys/index.ts';
import { type ApprovalRow, findApproval } from '#store/approvals.ts';
import { openTask, type TaskOptions } from '#test/doors/open-task.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';

let stack: Stack;
let people: People;
let traces: Traces;
let acts: ReturnType<typeof composeActs>;
let started = 0;
let delegated = 0;

const hour = 3_600_000;

beforeAll(async () => {
  const file = 'processes/answer-order-status.yaml';
  const two = { stages: [{ name: 'review', quorum: 2 }] };
  stack = await openStack({ registry: [{ file, path: ['approvals', 'uncertain'], value: two }] });
  people = await peopleOf(stack);
  traces = tracesOf(stack);
  acts = composeActs(stack);
});
afterAll(() => stack.close());

async function aTask({ by = 'sam', ...options }: Partial<TaskOptions> & { by?: string } = {}): Promise<ApprovalRow> {
  await stack.db.query('delete from delegation', []);
  started += 1;
  const runId = await people.start('answer-order-status', { ...enquiryAbout('order-status', `DL${started}`) }, by);
  return openTask(stack, { runId, ...options });
}

const pairOf = (task: ApprovalRow) => openTask(stack, { runId: task.runId, item: 'pair', point: 'uncertain' });

function person(id: string): Person {
  const found = stack.foundation.registry.person(id);
  if (!found) throw new Error(`the registry knows no ${id}`);
  return found;
}

/** From one to another, running for the hour around now; the first made begins first. */
async function delegate(from: string, to: string): Promise<string> {
  delegated += 1;
  const [starts, ends] = [new Date(Date.now() - hour + delegated * 1000), new Date(Date.now() + hour)];
  return (await acts.delegations.make({ by: person(from), from, to, starts, ends })).id;
}

/** As if it had been made for other times. */
async function move(id: string, column: 'startsAt' | 'endsAt', by: number): Promise<void> {
  const { direct } = stack.database;
  const row = await direct.delegation.findUniqueOrThrow({ where: { id } });
  const moved = { ...row, [column]: new Date(Date.now() + by) };
  const { startsAt, endsAt } = moved;
  const mac = delegationMac(stack.foundation.seals, moved);
  await direct.delegation.update({ where: { id }, data: { startsAt, endsAt, mac } });
}

const approve = (task: ApprovalRow, by: string) => people.decide(task, by, { decision: 'approve' });
const edit = (task: ApprovalRow, by: string) => people.decide(task, by, { decision: 'edit', content: { text: by } });
const rowOf = (task: ApprovalRow) => findApproval(stack.database.direct, task.id);

async function expectRefused(task: ApprovalRow, by: string, code = 'forbidden'): Promise<void> {
  const before = await rowOf(task);
  const refusals = (await traces.ledger(task.runId, 'decision-refused')).length;
  await expect(approve(task, by)).rejects.toMatchObject({ code });
  expect(await rowOf(task)).toEqual(before);
  const lines = (await traces.ledger(task.runId, 'decision-refused')).slice(refusals);
  expect(lines).toMatchObject([{ actor: by, body: { approval: task.id, code } }]);
}

/** Decisions as they are taken where some people are other than the registry says. */
async function decideWhere(changed: Record<string, Partial<Person>>) {
  const { database, foundation, config } = stack;
  const current = foundation.registrySource.current();
  const find = (id: string) => {
    const known = current.person(id);
    return known && { ...known, ...changed[id] };
  };
  const decide = composeDecide({
    database,
    foundation: { ...foundation, registrySource: { current: () => ({ ...current, person: find }) } },
    signer: await loadDecisionSigner(decisionKeysFolder(config.keysFolder)),
    mailFrom: config.mail.from,
  });
  return ({ id: approvalId, digest }: ApprovalRow, by: string) =>
    decide({ approvalId, by: person(by), request: { decision: 'approve', digest } });
}

describe('somebody who acts for another', () => {
  test('does not act by a delegation that somebody wrote or changed in the database', async () => {
    const task = await aTask();
    await delegate('ada', 'oz');
    await stack.db.query("update delegation set to_person = 'max'");
    await expectRefused(task, 'max');
    await stack.db.query(
      `insert into delegation (id, from_person, to_person, starts_at, ends_at, created_by, created_at, mac)
        values ('dlg_forged', 'ada', 'max', now() - interval '1 hour', now() + interval '1 hour', 'ada', now(), 'guessed')`,
    );
    await expectRefused(task, 'max');
  });

  test('decides in their place, and row, signature and ledger say for whom', async () => {
    const task = await aTask();
    await expectRefused(task, 'max');
    await delegate('ada', 'max');
    expect(await approve(task, 'max')).toMatchObject({ state: 'approved', decidedBy: 'max', onBehalfOf: 'ada' });
    expect(await traces.ledger(task.runId, 'decision-made')).toMatchObject([
      { actor: 'max', body: { onBehalfOf: 'ada' } },
    ]);
    const judge = createJudge(stack.foundation);
    const row = await rowOf(task);
    if (!row) throw new Error('the task is gone');
    expect(await judge(row)).toMatchObject({ kind: 'approved', by: 'max' });
    expect(await judge({ ...row, onBehalfOf: null })).toEqual({ kind: 'void', code: 'signature-invalid' });
    expect(await judge({ ...row, onBehalfOf: 'bob' })).toEqual({ kind: 'void', code: 'signature-invalid' });
  });

  test('decides in their own right where they have it', async () => {
    const task = await aTask();
    await delegate('ada', 'bob');
    expect(await approve(task, 'bob')).toMatchObject({ decidedBy: 'bob', onBehalfOf: null });
  });

  test('does so only while the delegation runs', async () => {
    const task = await aTask();
    const id = await delegate('ada', 'max');
    await move(id, 'startsAt', hour / 2);
    await expectRefused(task, 'max');
    await move(id, 'startsAt', -hour);
    await move(id, 'endsAt', -1);
    await expectRefused(task, 'max');
    await move(id, 'endsAt', hour);
    await acts.delegations.end({ by: person('ada'), delegationId: id });
    await expectRefused(task, 'max');
    await delegate('ada', 'max');
    expect(await approve(task, 'max')).toMatchObject({ onBehalfOf: 'ada' });
  });

  test('may no more than the other may: not after the other lost the role, nor beyond their authority', async () => {
    const task = await aTask();
    await delegate('ada', 'max');
    const decide = await decideWhere({ ada: { roles: [] } });
    await expect(decide(task, 'max')).rejects.toMatchObject({ code: 'forbidden' });
    const large = await openTask(stack, {
      runId: task.runId,
      item: 'large',
      facts: { amount: 120_000, currency: 'EUR', orderStatus: 'shipped' },
    });
    await expectRefused(large, 'max');
    await delegate('lee', 'max');
    expect(await approve(large, 'max')).toMatchObject({ state: 'approved', onBehalfOf: 'lee' });
  });

  test('does not get beyond their own authority where they are asked themselves', async () => {
    const task = await aTask({ facts: { amount: 120_000, currency: 'EUR', orderStatus: 'shipped' } });
    await delegate('lee', 'bob');
    await expectRefused(task, 'bob');
  });

  test('does not pass it on', async () => {
    const task = await aTask();
    await delegate('ada', 'max');
    await delegate('max', 'eng');
    await expectRefused(task, 'eng');
  });

  test('has the task of whoever claimed it', async () => {
    const task = await aTask();
    await acts.claim({ approvalId: task.id, by: person('ada') });
    await expectRefused(task, 'bob', 'already-claimed');
    await delegate('ada', 'bob');
    await delegate('lee', 'bob');
    expect(await approve(task, 'bob')).toMatchObject({ decidedBy: 'bob', onBehalfOf: 'ada' });
  });

  test('claims, releases and gives on as the other may', async () => {
    const task = await aTask();
    await delegate('ada', 'max');
    const order = (by: string) => ({ approvalId: task.id, by: person(by) });
    expect(await acts.claim(order('max'))).toMatchObject({ claimedBy: 'max' });
    expect(await acts.reassign({ ...order('max'), to: 'ada' })).toMatchObject({ claimedBy: 'ada' });
    expect(await acts.release(order('max'))).toMatchObject({ claimedBy: null });
    expect(await traces.ledger(task.runId, 'approval-claimed')).toMatchObject([{ body: { onBehalfOf: 'ada' } }]);
  });
});

describe('four eyes', () => {
  test('holds for whoever started the run, on both sides', async () => {
    const ofSam = await aTask();
    await delegate('ada', 'sam');
    await expectRefused(ofSam, 'sam');
    const ofLee = await aTask({ by: 'lee' });
    await delegate('lee', 'max');
    await expectRefused(ofLee, 'max');
  });

  test('holds for whoever changed the text, on both sides', async () => {
    const task = await aTask({ point: 'uncertain' });
    await delegate('ada', 'max');
    await delegate('bob', 'max');
    const changed = await edit(task, 'max');
    expect(changed).toMatchObject({ state: 'open', editors: ['max', 'ada'], onBehalfOf: null });
    await expectRefused(changed, 'max');
    await expectRefused(changed, 'ada');
    const byAda = await edit(await pairOf(task), 'ada');
    await stack.db.query("delete from delegation where from_person = 'bob'", []);
    await expectRefused(byAda, 'max');
    expect(await approve(byAda, 'bob')).toMatchObject({ state: 'edited', decidedWith: ['ada'] });
  });
});

describe('two who have to agree', () => {
  test('are never the same two by one acting for the other', async () => {
    const task = await pairOf(await aTask());
    await approve(task, 'ada');
    await delegate('ada', 'max');
    await delegate('ada', 'bob');
    await expectRefused(task, 'max', 'already-decided');
    expect(await approve(task, 'bob')).toMatchObject({ state: 'approved', onBehalfOf: null, decidedWith: ['ada'] });
  });

  test('count a word for somebody as the only one of both', async () => {
    const task = await pairOf(await aTask());
    await delegate('ada', 'max');
    expect(await approve(task, 'max')).toMatchObject({ state: 'open', votes: 1, voters: ['max'] });
    expect(await traces.ledger(task.runId, 'vote-given')).toMatchObject([
      { actor: 'max', body: { onBehalfOf: 'ada' } },
    ]);
    await expectRefused(task, 'ada', 'already-decided');
    expect(await approve(task, 'max')).toMatchObject({ state: 'open', votes: 1 });
    await delegate('bob', 'max');
    expect(await approve(task, 'max')).toMatchObject({ state: 'open', votes: 1 });
    expect(await approve(task, 'bob')).toMatchObject({ state: 'approved', decidedWith: ['max'] });
  });

  test('do not count a word that no delegation covered when it was given', async () => {
    const task = await pairOf(await aTask());
    const id = await delegate('ada', 'max');
    await approve(task, 'max');
    await move(id, 'endsAt', -hour / 2);
    expect(await approve(task, 'bob')).toMatchObject({ state: 'open', votes: 2 });
    await move(id, 'endsAt', hour);
    expect(await approve(task, 'lee')).toMatchObject({ state: 'approved', decidedWith: ['max', 'bob'] });
  });

  test('count a word that a delegation covered, though it was ended since', async () => {
    const task = await pairOf(await aTask());
    const id = await delegate('ada', 'max');
    await approve(task, 'max');
    await acts.delegations.end({ by: person('ada'), delegationId: id });
    expect(await approve(task, 'bob')).toMatchObject({ state: 'approved', decidedWith: ['max'] });
  });

  test('do not count a word for somebody who may no longer decide', async () => {
    const task = await pairOf(await aTask());
    await delegate('ada', 'max');
    await approve(task, 'max');
    const decide = await decideWhere({ ada: { roles: [] } });
    expect(await decide(task, 'bob')).toMatchObject({ state: 'open', votes: 2 });
  });
});
