import nodemailer from 'nodemailer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sayApproval } from '#api/cli/say-approval.ts';
import { sayRun } from '#api/cli/say-run.ts';
import { createTerminal } from '#api/cli/terminal.ts';
import { type Answers, answersOf, rawAnswer } from '#test/stack/answers.ts';
import { type Caller, callAs } from '#test/stack/call-api.ts';
import { eventually } from '#test/stack/eventually.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { questionOf, sampleCustomers } from '#test/stack/sample-customers.ts';
import { type Door, openDoor } from './open-api-door.ts';

let stack: Stack;
let door: Door;
let answers: Answers;
let sam: Caller;
let ada: Caller;
const customers = sampleCustomers();

beforeAll(async () => {
  stack = await openStack();
  door = await openDoor(stack);
  answers = answersOf(stack);
  [sam, ada] = [callAs('sam', door.url), callAs('ada', door.url)];
  await runWorker(stack);
});
afterAll(() => stack?.close());

async function waiting() {
  const customer = customers.withOneOrder();
  const { runId } = await sam.start('answer-order-status', questionOf(customer));
  return { customer, runId, task: await ada.task(runId) };
}

async function asked(to?: object) {
  const { customer, runId, task } = await waiting();
  const content = { text: 'Which parcel do you mean?' };
  const answer = await ada.decide(task, 'ask', { content, ...(to ? { to } : {}) });
  expect(answer.status).toBe(200);
  return { customer, runId, task, answer, question: await answers.question(runId) };
}

/** What a terminal shows. */
function shown(say: (terminal: ReturnType<typeof createTerminal>) => void): string {
  const lines: string[] = [];
  say(createTerminal((line) => void lines.push(line)));
  return lines.join('');
}

describe('a question asked over HTTP', () => {
  test('pauses the run, as its page, its story and the Temporal UI say', async () => {
    const { runId, question, answer } = await asked();
    expect(answer.body).toMatchObject({ state: 'clarified', decision: { questionTo: { kind: 'customer' } } });
    const run = await ada.run(runId);
    expect(run.run).toMatchObject({ status: 'running', outcome: null });
    const [askedAt, until] = [question.askedAt?.toISOString(), question.expiresAt?.toISOString()];
    expect(run.questions).toMatchObject([{ id: question.id, to: { kind: 'customer' }, state: 'open', askedAt, until }]);
    expect(run.messages).toContainEqual(expect.objectContaining({ class: 'question', state: 'sent' }));
    expect(shown((terminal) => sayRun(terminal, run))).toContain(
      `Waits for an answer of the customer since ${askedAt}, until ${until}`,
    );
    const texts = run.timeline.map(({ text }) => text);
    expect(texts).toContainEqual(expect.stringMatching(/^ada decided: ask the customer, on a changed text/));
    expect(texts).toContain('A question is put to the customer; the run waits for the answer.');
    const details = await eventually('the current details', async () => {
      const metadata = await stack.temporal.workflow
        .getHandle(runId)
        .query<{ currentDetails?: string }>('__temporal_workflow_metadata');
      return metadata.currentDetails?.includes('Waits for an answer') && metadata.currentDetails;
    });
    expect(details).toContain(`**Waits for an answer** of the customer\n\n- Since: ${askedAt}`);
  });

  test('is answered over HTTP with 202, the run and the question; the next task shows the answer as words of others', async () => {
    const { customer, runId, question } = await asked();
    const raw = rawAnswer({ from: customer.email, to: question.messageId, text: 'The <b>blue</b> one.' });
    const first = await sam.mail(raw);
    expect(first).toMatchObject({ status: 202, runId, body: { answers: question.id } });
    expect(await sam.mail(raw)).toMatchObject({ status: 202, runId, body: { known: true } });
    const task = await ada.approval((await ada.task(runId)).id);
    expect(task.evidence).toMatchObject({
      draft: 2,
      round: { number: 1, of: 3 },
      exchanges: [{ answer: { from: customer.email }, handedInBy: 'sam' }],
    });
    const lines = shown((terminal) => sayApproval(terminal, { task, rejected: undefined }));
    expect(lines).toContain('Asked of the customer at ');
    expect(lines).toContain('Answered, as handed in by sam:\n  The <b>blue</b> one.\n');
    expect((await ada.decide(task, 'approve')).status).toBe(200);
    const over = await eventually('the end', async () => {
      const run = await ada.run(runId);
      return run.run.outcome === 'answered' && run;
    });
    expect(over.timeline.map(({ text }) => text)).toContain(
      'The answer of the customer came in; the run goes on with it.',
    );
    expect(over.questions).toMatchObject([{ state: 'answered', closedAt: expect.any(String) }]);
  });

  test('is answered over SMTP with the run it belongs to', async () => {
    const { customer, runId, question } = await asked();
    const raw = rawAnswer({ from: customer.email, to: question.messageId, text: 'The blue one.' });
    const transport = nodemailer.createTransport({ host: '127.0.0.1', port: door.smtpPort, ignoreTLS: true });
    const envelope = { from: customer.email, to: 'service@alderfinch.example' };
    expect((await transport.sendMail({ envelope, raw })).response).toBe(`250 2.6.0 Taken in as ${runId}`);
    transport.close();
    expect((await ada.approval((await ada.task(runId)).id)).evidence).toMatchObject({ draft: 2 });
  });

  test.for([
    ['to an address', { to: 'eve@other.example' }, 422],
    [
      'to a person with an address beside',
      { to: { kind: 'colleague', person: 'lee', email: 'eve@other.example' } },
      422,
    ],
    ['to nobody known', { to: { kind: 'colleague', person: 'eve@other.example' } }, 422],
    ['without a text', { content: {} }, 422],
  ] as const)('%s is refused', async ([, more, status]) => {
    const { runId, task } = await waiting();
    expect((await ada.decide(task, 'ask', { content: { text: 'Which?' }, ...more })).status).toBe(status);
    expect((await ada.task(runId)).id).toBe(task.id);
  });

  test('other decisions take no addressee', async () => {
    const { task } = await waiting();
    expect((await ada.decide(task, 'approve', { to: { kind: 'customer' } })).status).toBe(422);
  });
});

describe('a take-over', () => {
  test('over HTTP ends the run, and its story says who has it, without the reason', async () => {
    const { runId, task } = await waiting();
    const taken = await ada.decide(task, 'take-over', { comment: 'I call them.' });
    expect(taken).toMatchObject({ status: 200, body: { state: 'taken-over', decision: { comment: 'I call them.' } } });
    const over = await eventually('the end', async () => {
      const run = await ada.run(runId);
      return run.run.status === 'closed' && run;
    });
    expect(over.run.outcome).toBe('taken-over');
    expect(over.timeline.map(({ text }) => text)).toContain(
      'ada took this over by hand: nothing is sent. The decision is signed.',
    );
    expect(over.messages.filter((message) => message.class === 'reply')).toEqual([]);
    expect((await callAs('bob', door.url).decide(task, 'approve')).status).toBe(409);
  });

  test('needs a reason, and the right to decide', async () => {
    const { task } = await waiting();
    expect((await ada.decide(task, 'take-over')).status).toBe(422);
    expect((await ada.decide(task, 'take-over', { comment: ' ' })).status).toBe(422);
    expect((await sam.decide(task, 'take-over', { comment: 'mine' })).status).toBe(403);
    expect((await ada.approval(task.id)).state).toBe('open');
  });
});
