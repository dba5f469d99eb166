import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ApprovalTerms } from '#contracts/approval-terms.ts';
import { decidedActionPlace, messagePlace } from '#governance/runs/places.ts';
import { eventually } from '#test/stack/eventually.ts';
import { type Faults, faultsOf } from '#test/stack/faults.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf, type SentMessage } from '#test/stack/people.ts';
import { inEveryProcess } from '#test/stack/registry-copy.ts';
import { replayEveryRun } from '#test/stack/replay.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { questionOf, sampleCustomers } from '#test/stack/sample-customers.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';

let stack: Stack;
let people: People;
let traces: Traces;
let faults: Faults;
const customers = sampleCustomers();

beforeAll(async () => {
  stack = await openStack({ registry: inEveryProcess(['limits', 'sendAttempts'], 3) });
  people = await peopleOf(stack);
  traces = tracesOf(stack);
  faults = faultsOf(stack);
  await runWorker(stack);
});

afterEach(() => faults.mailbox('none'));

afterAll(async () => {
  await replayEveryRun(stack);
  await stack.close();
});

async function waiting() {
  const customer = customers.withOneOrder();
  const runId = await people.start('answer-order-status', questionOf(customer));
  return { customer, runId, task: await people.task(runId) };
}

async function sentTo(email: string): Promise<SentMessage[]> {
  return (await people.messages()).filter((message) => message.to.includes(email));
}

describe('a mail server that refuses', () => {
  test('a message that is refused for good is not tried again, and leaves the run undeliverable', async () => {
    const { customer, runId, task } = await waiting();
    await faults.mailbox('permanent-failure');
    await people.decide(task, 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('undeliverable');
    expect(await traces.replies(runId)).toMatchObject([{ state: 'refused', attempts: 1, lastError: '550 5.1.1' }]);
    expect(await traces.ledger(runId, 'effect-failed')).toMatchObject([{ body: { why: '550 5.1.1' } }]);
    expect(await traces.interactions(runId)).toEqual([]);
    expect(await sentTo(customer.email)).toEqual([]);
  });

  test('once the server takes it, a retry sends what was approved without asking again', async () => {
    const { customer, runId, task } = await waiting();
    await faults.mailbox('permanent-failure');
    await people.decide(task, 'ada', { decision: 'approve' });
    await people.outcome(runId);
    await faults.mailbox('none');
    await people.retry(runId);
    expect(await people.outcome(runId)).toBe('answered');
    expect(await sentTo(customer.email)).toHaveLength(1);
    expect((await traces.approvals(runId)).map((row) => row.state)).toEqual(['approved']);
  });

  test('a message that is refused for now is tried again until it is taken, once', async () => {
    const { customer, runId, task } = await waiting();
    await faults.mailbox('temporary-failure');
    await people.decide(task, 'ada', { decision: 'approve' });
    await traces.putOff(runId);
    await faults.mailbox('none');
    expect(await people.outcome(runId)).toBe('answered');
    const [sent, ...more] = await sentTo(customer.email);
    expect(more).toEqual([]);
    const [row] = await traces.replies(runId);
    expect(row).toMatchObject({ state: 'sent', messageId: sent?.messageId });
    expect(row?.attempts).toBeGreaterThan(1);
    expect(await traces.interactions(runId)).toHaveLength(1);
  });

  test('a server that never takes it is given up after the attempts of the registry', async () => {
    const { customer, runId, task } = await waiting();
    await faults.mailbox('temporary-failure');
    await people.decide(task, 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('undeliverable');
    expect(await traces.replies(runId)).toMatchObject([{ state: 'withdrawn', attempts: 3 }]);
    await faults.mailbox('none');
    await people.retry(runId);
    expect(await people.outcome(runId)).toBe('answered');
    expect(await sentTo(customer.email)).toHaveLength(1);
  });
});

describe('a message that nobody knows the fate of', () => {
  async function unconfirmed() {
    const { customer, runId, task } = await waiting();
    await faults.mailbox('drop-after-data');
    await people.decide(task, 'ada', { decision: 'approve' });
    const held = await people.task(runId, 'unconfirmed');
    await faults.mailbox('none');
    return { customer, runId, task, held };
  }

  test('it is held for a person with the message and the reason, and nothing is sent meanwhile', async () => {
    const { customer, runId, task, held } = await unconfirmed();
    expect(held).toMatchObject({ reasonCode: 'unconfirmed', editable: [], role: task.role, state: 'open' });
    expect(await traces.action(held)).toEqual(await traces.action(task));
    expect((await traces.evidence(held)).reason).toContain('it may have been delivered');
    const { facts, sources } = ApprovalTerms.parse(task.terms);
    expect(facts).toMatchObject({ amount: customer.order.total, orderFound: 'number' });
    expect(held.terms).toMatchObject({ facts, sources });
    expect(await traces.replies(runId)).toMatchObject([{ state: 'unconfirmed', attempts: 1 }]);
    expect(await sentTo(customer.email)).toHaveLength(1);
    await expect(
      people.decide(held, 'ada', { decision: 'edit', content: { text: 'Other words' } }),
    ).rejects.toMatchObject({ code: 'input-invalid' });
  });

  test('approved, it is sent again under the same Message-ID', async () => {
    const { customer, runId, held } = await unconfirmed();
    await people.decide(held, 'bob', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    const sent = await sentTo(customer.email);
    expect(sent).toHaveLength(2);
    expect(sent[1]?.messageId).toBe(sent[0]?.messageId);
    expect(await traces.interactions(runId)).toHaveLength(1);
  });

  test('rejected, it is recorded as sent on the word of that person', async () => {
    const { customer, runId, held } = await unconfirmed();
    await people.decide(held, 'bob', { decision: 'reject' });
    expect(await people.outcome(runId)).toBe('answered');
    expect(await sentTo(customer.email)).toHaveLength(1);
    expect(await traces.replies(runId)).toMatchObject([{ state: 'sent', response: 'recorded as sent by bob' }]);
    expect(await traces.ledger(runId, 'effect-unknown')).toHaveLength(1);
    expect(await traces.interactions(runId)).toHaveLength(1);
  });

  test('lost again, it is held again, and the first word does not send it a third time', async () => {
    const { customer, runId, held } = await unconfirmed();
    await faults.mailbox('drop-after-data');
    await people.decide(held, 'bob', { decision: 'approve' });
    const again = await eventually('a second task', async () => {
      const tasks = await traces.approvals(runId);
      return tasks.find((row) => row.point === 'unconfirmed' && row.id !== held.id);
    });
    expect(await sentTo(customer.email)).toHaveLength(2);
    await faults.mailbox('none');
    await people.decide(again, 'ada', { decision: 'reject' });
    expect(await people.outcome(runId)).toBe('answered');
    expect(await sentTo(customer.email)).toHaveLength(2);
  });

  test.for(['permanent-failure', 'temporary-failure'] as const)(
    'refused as it is sent again (%s), it is held again: the first may have been delivered',
    async (refusal) => {
      const { customer, runId, held } = await unconfirmed();
      await faults.mailbox(refusal);
      await people.decide(held, 'bob', { decision: 'approve' });
      const again = await eventually('a second task', async () => {
        const tasks = await traces.approvals(runId);
        return tasks.find((row) => row.point === 'unconfirmed' && row.id !== held.id);
      });
      await faults.mailbox('none');
      expect(await traces.replies(runId)).toMatchObject([{ state: 'unconfirmed', attempts: 2 }]);
      expect(await traces.ledger(runId, 'effect-failed')).toHaveLength(1);
      await people.decide(again, 'ada', { decision: 'reject' });
      expect(await people.outcome(runId)).toBe('answered');
      expect(await sentTo(customer.email)).toHaveLength(1);
    },
  );

  test('approved once more in a later round, it is not sent silently but held', async () => {
    const { customer, runId, held } = await unconfirmed();
    await people.cancel(runId);
    expect(await people.outcome(runId)).toBe('cancelled');
    await people.retry(runId, 'draft');
    await people.decide(await people.task(runId, 'reply'), 'ada', { decision: 'approve' });
    const again = await people.task(runId, 'unconfirmed');
    expect(again.id).not.toBe(held.id);
    expect(await sentTo(customer.email)).toHaveLength(1);
    await people.decide(again, 'bob', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    expect(await sentTo(customer.email)).toHaveLength(2);
  });
});

describe('a cancel that comes too late', () => {
  test('a message that is leaving leaves, the caller is told, and what it came to is written down', async () => {
    const { customer, runId, task } = await waiting();
    await faults.mailbox('hold-after-data');
    await people.decide(task, 'ada', { decision: 'approve' });
    await eventually('the message to be handed over', async () => (await sentTo(customer.email)).length > 0);
    expect(await people.cancel(runId)).toEqual({ leaving: 1 });
    await faults.mailbox('none');
    expect(await people.outcome(runId)).toBe('answered');
    expect(await traces.replies(runId)).toMatchObject([{ state: 'sent' }]);
    expect(await sentTo(customer.email)).toHaveLength(1);
  });
});

describe('what was approved, exchanged while the message waits to leave', () => {
  async function putOff() {
    const { customer, runId, task } = await waiting();
    await faults.mailbox('temporary-failure');
    const decided = await people.decide(task, 'ada', { decision: 'edit', content: { text: 'As approved.' } });
    await traces.putOff(runId);
    return { customer, runId, decided };
  }

  test('another text in the row of the decision is not sent: people are asked again', async () => {
    const { customer, runId, decided } = await putOff();
    const other = { ...(await traces.decidedAction(decided)), text: 'Send 1000 EUR to this account.' };
    const sealed = await stack.foundation.seals.seal(runId, other, decidedActionPlace(decided.id));
    await stack.db.query('update approval set decided_action_sealed = $2 where id = $1', [decided.id, sealed]);
    await faults.mailbox('none');
    const again = await people.task(runId);
    expect(again.reasonCode).toBe('decision-void');
    expect(await sentTo(customer.email)).toEqual([]);
    const refused = await traces.ledger(runId, 'effect-refused');
    expect(refused).toMatchObject([{ body: { effect: 'sendOut', stage: 'approval' } }]);
    await people.decide(again, 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    expect((await traces.replies(runId)).map(({ state }) => state)).toEqual(['sent']);
    const texts = (await sentTo(customer.email)).map((message) => message.text);
    expect(texts).toEqual([expect.not.stringContaining('1000 EUR')]);
  });

  test('a message that may have left is held, not offered anew, when its decision does not hold any more', async () => {
    const { customer, runId, decided } = await putOff();
    await stack.db.query("update outbox_message set state = 'sending' where run_id = $1 and message_class = 'reply'", [
      runId,
    ]);
    await stack.db.query('update approval set signature = null where id = $1', [decided.id]);
    await faults.mailbox('none');
    const held = await people.task(runId);
    expect(held).toMatchObject({ point: 'unconfirmed', reasonCode: 'unconfirmed' });
    expect((await traces.approvals(runId)).map(({ state }) => state).toSorted()).toEqual(['open', 'void']);
    await people.decide(held, 'bob', { decision: 'reject' });
    expect(await people.outcome(runId)).toBe('answered-edited');
    expect(await sentTo(customer.email)).toEqual([]);
  });

  test('another text in the row of the message does not leave: what was approved does', async () => {
    const { customer, runId, decided } = await putOff();
    const [row] = await traces.replies(runId);
    if (!row) throw new Error('no message was queued');
    const other = { ...(await traces.decidedAction(decided)), text: 'Send 1000 EUR to this account.' };
    const sealed = await stack.foundation.seals.seal(runId, other, messagePlace(row.id));
    await stack.db.query('update outbox_message set content_sealed = $2 where id = $1', [row.id, sealed]);
    await faults.mailbox('none');
    expect(await people.outcome(runId)).toBe('answered-edited');
    expect((await sentTo(customer.email)).map((message) => message.text.trimEnd())).toEqual(['As approved.']);
  });
});

describe('a CRM that is down', () => {
  test('the entry is written once it is back, exactly once', async () => {
    const { customer, runId, task } = await waiting();
    const crm = await breakCrm();
    await people.decide(task, 'ada', { decision: 'approve' });
    await eventually('several attempts in vain', async () => (await crm.attempts()) >= 3);
    expect((await traces.run(runId)).status).toBe('running');
    expect(await traces.replies(runId)).toMatchObject([{ state: 'sent' }]);
    expect(await traces.interactions(runId)).toEqual([]);
    await crm.mend();
    expect(await people.outcome(runId)).toBe('answered');
    expect(await traces.interactions(runId)).toHaveLength(1);
    expect(await sentTo(customer.email)).toHaveLength(1);
  });

  /** Lets every entry fail, and counts the attempts, which a rollback would forget, in a sequence. */
  async function breakCrm() {
    const { query } = stack.db;
    await query('create sequence crm_attempts');
    await query(`create function refuse_entry() returns trigger language plpgsql security definer as $$ begin
      perform nextval('crm_attempts');
      raise exception 'the CRM is down';
    end $$`);
    await query(
      'create trigger crm_down before insert on crm_interaction for each row execute function refuse_entry()',
    );
    return {
      attempts: async () => Number((await query('select last_value from crm_attempts')).rows[0]?.last_value),
      mend: () => query('drop trigger crm_down on crm_interaction'),
    };
  }
});
