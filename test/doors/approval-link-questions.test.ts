import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#contracts/ids.ts';
import { findApproval } from '#store/approvals.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { peopleOf } from '#test/stack/people.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';
import { type LinkPages, linkPagesOf } from './link-pages.ts';
import { openDoor } from './open-api-door.ts';
import { openTask } from './open-task.ts';

let stack: Stack;
let traces: Traces;
let pages: LinkPages;

beforeAll(async () => {
  stack = await openStack({
    registry: [
      { file: 'processes/answer-order-status.yaml', path: ['questions', 'most'], value: 1 },
      { file: 'people.yaml', path: ['people', '2', 'validUntil'], value: '2020-01-01' },
    ],
  });
  traces = tracesOf(stack);
  pages = linkPagesOf(stack, await openDoor(stack));
});
afterAll(() => stack?.close());

let started = 0;

async function waiting() {
  started += 1;
  const people = await peopleOf(stack);
  const runId = await people.start('answer-order-status', { ...enquiryAbout('order-status', `LQ${started}`) });
  const task = await openTask(stack, { runId });
  return { runId, task, link: await pages.linkTo(task.id) };
}

async function rowOf({ id }: { id: string }) {
  const row = await findApproval(stack.database.direct, id);
  if (!row) throw new Error(`the task ${id} is gone`);
  return row;
}

describe('a question asked by link', () => {
  test.each([
    { to: 'customer', named: 'the customer', address: 'mara@example.org', word: 'customer' },
    { to: 'lee', named: 'lee', address: 'lee@alderfinch.example', word: 'person:lee' },
  ])('goes to $named exactly as it was written, and the page says what happens then', async (asked) => {
    const { runId, task, link } = await waiting();
    expect((await pages.look(link)).html).toContain('The run waits for the answer to that e-mail');
    const question = { to: asked.to, subject: 'A question', text: 'Which one?\r\nThe blue one?' };
    const { status, html } = await pages.decide(link, 'ask', question);
    expect(status).toBe(200);
    expect(html).toContain(`The question goes to ${asked.named}, and the run waits for the answer`);
    const row = await rowOf(task);
    expect(row).toMatchObject({ state: 'clarified', decidedBy: 'ada', questionTo: asked.word });
    const decided = { to: asked.address, subject: 'A question', text: 'Which one?\nThe blue one?' };
    expect(await traces.decidedAction(row)).toMatchObject(decided);
    const body = { decision: 'ask', door: 'link', questionTo: asked.word };
    expect(await traces.ledger(runId, 'decision-made')).toMatchObject([{ actor: 'ada', body }]);
  });

  test('goes neither to oneself nor to whoever does not act here, and neither is offered', async () => {
    const { task, link } = await waiting();
    const { html } = await pages.look(link);
    expect([...html.matchAll(/<option value="([^"]*)">/g)].map(([, value]) => value)).toEqual([
      'customer',
      'sam',
      'lee',
      'max',
      'oz',
      'cora',
      'eng',
    ]);
    for (const to of ['ada', 'bob', 'intake', 'nobody', ''])
      expect((await pages.decide(link, 'ask', { to, text: 'Which?' })).status, to).toBe(422);
    expect((await rowOf(task)).state).toBe('open');
  });

  test('is not offered where the text may not be changed', async () => {
    const { task, link } = await waiting();
    await stack.db.query("update approval set editable = '{}' where id = $1", [task.id]);
    expect((await pages.look(link)).html).not.toContain('Send the question');
    expect((await pages.decide(link, 'ask', { text: 'Which?' })).status).toBe(422);
    expect((await rowOf(task)).state).toBe('open');
  });

  test('is not offered once the run has asked as many as it may', async () => {
    const { runId, task, link } = await waiting();
    const ids = { id: newId('question'), approvalId: newId('approval'), messageId: runId };
    const asked = { runId, askedOf: 'customer', state: 'unanswered', openedAt: new Date() };
    await stack.database.direct.question.create({ data: { ...ids, ...asked } });
    expect((await pages.look(link)).html).not.toContain('Send the question');
    const answer = await pages.decide(link, 'ask', { text: 'Which?' });
    expect(answer).toMatchObject({ status: 422, html: expect.stringContaining('this run may ask 1 questions') });
    expect((await rowOf(task)).state).toBe('open');
  });

  test('takes the code of the e-mail, as every decision does', async () => {
    const { task, link } = await waiting();
    const code = link.code === '000000' ? '000001' : '000000';
    expect((await pages.decide(link, 'ask', { text: 'Which?', code })).status).toBe(403);
    expect((await rowOf(task)).state).toBe('open');
  });
});
