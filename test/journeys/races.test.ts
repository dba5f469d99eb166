import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { replayAll } from '#test/prove/replay-all.ts';
import { settle } from '#test/prove/settle.ts';
import { type Caller, callAs } from '#test/stack/call-api.ts';
import { enquiryAbout, rawMail } from '#test/stack/enquiries.ts';
import { eventually } from '#test/stack/eventually.ts';
import { type Faults, faultsOf } from '#test/stack/faults.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { definePausePoint } from '#test/stack/pause-points.ts';
import { type People, peopleOf, type SentMessage } from '#test/stack/people.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { spawnApi } from '#test/stack/spawn-api.ts';

let stack: Stack;
let people: People;
let faults: Faults;
let sam: Caller;
let ada: Caller;
let bob: Caller;
let oz: Caller;

beforeAll(async () => {
  stack = await openStack();
  people = await peopleOf(stack);
  faults = faultsOf(stack);
  const [api] = await Promise.all([spawnApi(stack), runWorker(stack)]);
  [sam, ada, bob, oz] = [callAs('sam', api.url), callAs('ada', api.url), callAs('bob', api.url), callAs('oz', api.url)];
});

afterAll(() => stack.close());

async function start(token: string): Promise<string> {
  const { status, runId } = await sam.start('triage-enquiry', enquiryAbout('support', token));
  expect(status).toBe(202);
  return runId;
}

async function messagesOf(token: string): Promise<SentMessage[]> {
  const { from } = enquiryAbout('support', token);
  return (await people.messages()).filter((message) => message.to.includes(from));
}

async function ledgerOf(runId: string): Promise<string[]> {
  const { rows } = await stack.db.query('select kind from ledger where run_id = $1 order by id', [runId]);
  return rows.map((row) => row.kind);
}

const codeOf = ({ body }: { body: unknown }) => (body as { code?: string }).code;

describe('a cancel', () => {
  test('while a message is leaving says so; the message goes out once, the run ends, and all of it is recorded', async () => {
    const runId = await start('RA01');
    const task = await ada.task(runId);
    await faults.mailbox('hold-after-data');
    await ada.decide(task, 'approve');
    await eventually('the message to be handed over', async () => (await messagesOf('RA01')).length === 1);
    expect(await oz.cancel(runId)).toMatchObject({ leaving: 1 });
    await faults.mailbox('none');
    await people.outcome(runId);
    expect(await messagesOf('RA01')).toHaveLength(1);
    const { messages, run } = await oz.run(runId);
    expect(messages.filter((message) => message.class === 'reply').map((message) => message.state)).toEqual(['sent']);
    expect(run.cancelRequested).toBe(true);
    const { rows } = await stack.db.query('select direction from crm_interaction where run_id = $1', [runId]);
    expect(rows).toContainEqual({ direction: 'outbound' });
    const ledger = await ledgerOf(runId);
    expect(ledger.lastIndexOf('effect-done')).toBeGreaterThan(ledger.indexOf('cancel-requested'));
  });
});

describe('a child', () => {
  test('that was accepted, and whose parent was terminated before it could start it, is closed as never started', async () => {
    const accepting = await definePausePoint(stack.db, {
      table: 'run',
      operation: 'insert',
      when: "new.trigger = 'child'",
      moment: 'commit',
    });
    const held = await accepting.hold();
    const { runId } = await sam.start('triage-enquiry', enquiryAbout('order-status', 'RA07'));
    await held.reached();
    await stack.temporal.workflow.getHandle(runId).terminate('by hand');
    await held.release();
    expect(await people.outcome(runId)).toBe('terminated');
    const { children } = await oz.run(runId);
    expect(await people.outcome(children[0]?.id ?? '')).toBe('never-started');
  });
});

describe('a rejected draft', () => {
  test('that is drafted again is a new draft, under a new task, and the old one cannot be approved', async () => {
    const runId = await start('RA03');
    const first = await ada.task(runId);
    expect((await ada.decide(first, 'reject', { comment: 'Please be shorter' })).status).toBe(200);
    const second = await ada.task(runId);
    expect(second.id).not.toBe(first.id);
    expect(second.digest).not.toBe(first.digest);
    expect(second.action).not.toEqual(first.action);
    expect((await bob.decide(first, 'approve')).status).toBe(409);
    await ada.decide(second, 'approve');
    expect(await people.outcome(runId)).toBe('answered');
    const [sent, ...more] = await messagesOf('RA03');
    expect(more).toEqual([]);
    expect(sent?.text.trim()).toBe((second.action as { text: string }).text.trim());
    const drafts = (await faults.calls('RA03')).filter((call) => call.schemaName === 'drafted_reply');
    expect(drafts).toHaveLength(2);
  });
});

describe('a retry', () => {
  test('from a step after the mail went out, or before it, sends no second mail', async () => {
    const runId = await start('RA04');
    await ada.decide(await ada.task(runId), 'approve');
    expect(await people.outcome(runId)).toBe('answered');
    expect((await oz.retry(runId, 'logReply')).status).toBe(202);
    expect(await people.outcome(runId)).toBe('answered');
    expect(await messagesOf('RA04')).toHaveLength(1);
    expect((await oz.retry(runId, 'draft')).status).toBe(202);
    await ada.decide(await ada.task(runId), 'approve');
    expect(await people.outcome(runId)).toBe('answered');
    expect(await messagesOf('RA04')).toHaveLength(1);
    expect(await ledgerOf(runId)).toContain('effect-reused');
  });
});

describe('the same request many times at once', () => {
  test('fifty times one Idempotency-Key is one run', async () => {
    const input = enquiryAbout('spam', 'RA05');
    const answers = await Promise.all(Array.from({ length: 50 }, () => sam.start('triage-enquiry', input, 'one-key')));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([202]));
    expect(new Set(answers.map((answer) => answer.runId)).size).toBe(1);
    expect(await stack.database.direct.run.count({ where: { idempotencyKey: 'one-key' } })).toBe(1);
    const other = await sam.start('triage-enquiry', { ...input, text: 'something else' }, 'one-key');
    expect([other.status, codeOf(other)]).toEqual([422, 'idempotency-key-reused']);
  });

  test('twenty copies of one e-mail are one run', async () => {
    const raw = rawMail(enquiryAbout('spam', 'RA06'));
    const answers = await Promise.all(Array.from({ length: 20 }, () => sam.mail(raw)));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([202]));
    const [runId, ...others] = new Set(answers.map((answer) => answer.runId));
    expect(others).toEqual([]);
    expect(await people.outcome(runId ?? '')).toBe('spam');
    expect(await stack.database.direct.run.count({ where: { trigger: 'mail' } })).toBe(1);
  });
});

test('all of it agrees with what was written down, and every history replays', async () => {
  expect((await settle(stack)).violations).toEqual([]);
  expect(await replayAll(stack)).toBeGreaterThan(0);
});
