import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApprovalFacts } from '#contracts/approval-terms.ts';
import type { Person } from '#contracts/person.ts';
import { composeDecide } from '#governance/approvals/compose-decide.ts';
import { decisionKeysFolder } from '#governance/foundation.ts';
import { loadDecisionSigner } from '#governance/keys/index.ts';
import { loadRegistry, type Registry } from '#governance/registry/index.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import { openTask } from '#test/doors/open-task.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { queuedNotices } from '#test/stack/queued-notices.ts';
import { replayEveryRun } from '#test/stack/replay.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { questionOf, sampleCustomers } from '#test/stack/sample-customers.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';

let stack: Stack;
let people: People;
let traces: Traces;
const customers = sampleCustomers();

const twoOfThree = { stages: [{ name: 'review', quorum: 2, ask: { people: ['ada', 'bob', 'lee'] } }] };
const thenSales = {
  stages: [
    { name: 'first', quorum: 1 },
    { name: 'second', quorum: 1, ask: { roles: ['sales-manager'] } },
  ],
};

beforeAll(async () => {
  const file = 'processes/answer-order-status.yaml';
  stack = await openStack({
    registry: [
      {
        file,
        path: ['approvals'],
        value: { reply: twoOfThree },
      },
      { file: 'processes/triage-enquiry.yaml', path: ['approvals'], value: { reply: thenSales } },
    ],
  });
  people = await peopleOf(stack);
  traces = tracesOf(stack);
  await runWorker(stack);
});

afterAll(async () => {
  await replayEveryRun(stack);
  await stack.close();
});

async function waiting() {
  const customer = customers.withOneOrder();
  const runId = await people.start('answer-order-status', questionOf(customer));
  return { customer, runId, task: await people.task(runId) };
}

async function waitingForSales() {
  const customer = customers.withOneOrder();
  const text = 'How do I take care of an oak table?';
  const input = { ...questionOf(customer), subject: 'Care', text };
  const runId = await people.start('triage-enquiry', input);
  return { customer, runId, task: await people.task(runId) };
}

const approve = (task: ApprovalRow, by: string) => people.decide(task, by, { decision: 'approve' });

async function sentTo(email: string): Promise<string[]> {
  return (await people.messages()).filter(({ to }) => to.includes(email)).map(({ text }) => text.trimEnd());
}

describe.concurrent('a task that two of three have to agree to', () => {
  test('is sent once the second has agreed, and the ledger has both', async () => {
    const { customer, runId, task } = await waiting();
    const after = await approve(task, 'ada');
    expect(after).toMatchObject({ state: 'open', voters: ['ada'], votes: 1 });
    expect(await sentTo(customer.email)).toEqual([]);
    const decided = await approve(task, 'bob');
    expect(decided).toMatchObject({ state: 'approved', decidedBy: 'bob', decidedWith: ['ada'] });
    expect(await people.outcome(runId)).toBe('answered');
    expect(await sentTo(customer.email)).toHaveLength(1);
    expect(await traces.ledger(runId, 'vote-given')).toMatchObject([{ actor: 'ada', body: { stage: 'review' } }]);
    expect(await traces.ledger(runId, 'decision-made')).toMatchObject([{ actor: 'bob', body: { with: ['ada'] } }]);
  });

  test('counts nobody twice: the same word again is answered with the first, another comes too late', async () => {
    const { runId, task } = await waiting();
    await approve(task, 'ada');
    expect(await approve(task, 'ada')).toMatchObject({ state: 'open', votes: 1 });
    await expect(people.decide(task, 'ada', { decision: 'reject' })).rejects.toMatchObject({ code: 'already-decided' });
    expect(await traces.ledger(runId, 'vote-given')).toHaveLength(1);
  });

  test('is asked about anew where the second changes the text: the first has not seen it', async () => {
    const { customer, runId, task } = await waiting();
    await approve(task, 'ada');
    const changed = await people.decide(task, 'bob', { decision: 'edit', content: { text: 'As Bob wrote it.' } });
    expect(changed).toMatchObject({ state: 'open', voters: ['bob'], editors: ['bob'] });
    expect(changed.digest).not.toBe(task.digest);
    await expect(approve(task, 'lee')).rejects.toMatchObject({
      code: 'digest-mismatch',
      facts: { digest: changed.digest },
    });
    await expect(approve(changed, 'bob')).rejects.toMatchObject({ code: 'forbidden' });
    expect(await approve(changed, 'ada')).toMatchObject({ state: 'edited', decidedWith: ['bob'] });
    expect(await people.outcome(runId)).toBe('answered-edited');
    expect(await sentTo(customer.email)).toEqual(['As Bob wrote it.']);
  });

  test('one refusal ends it', async () => {
    const { customer, runId, task } = await waiting();
    await approve(task, 'ada');
    await people.decide(task, 'bob', { decision: 'reject' });
    expect(await people.outcome(runId)).toBe('rejected');
    expect(await sentTo(customer.email)).toEqual([]);
  });

  test('is decided once by three who agree in the same instant', async () => {
    const { customer, runId, task } = await waiting();
    const words = await Promise.allSettled(['ada', 'bob', 'lee'].map((name) => approve(task, name)));
    const refused = words.flatMap((word) => (word.status === 'rejected' ? [word.reason.code] : []));
    expect(refused).toEqual(['already-decided']);
    expect(await people.outcome(runId)).toBe('answered');
    expect(await sentTo(customer.email)).toHaveLength(1);
    expect(await traces.ledger(runId, 'vote-given')).toHaveLength(1);
    expect(await traces.ledger(runId, 'decision-made')).toHaveLength(1);
  });

  test('does not count the word of somebody who may no longer decide', async () => {
    const { runId, task } = await waiting();
    await approve(task, 'ada');
    const decide = await decideWithout('ada');
    const bob = stack.foundation.registry.person('bob');
    if (!bob) throw new Error('the registry knows no bob');
    const request = { decision: 'approve', digest: task.digest } as const;
    expect(await decide({ approvalId: task.id, by: bob, request })).toMatchObject({ state: 'open', votes: 2 });
    expect(await traces.ledger(runId, 'decision-made')).toEqual([]);
  });
});

describe.concurrent('a task that goes from one stage to the next', () => {
  test('asks the second only once the first has agreed, and tells them then', async () => {
    const { customer, runId, task } = await waitingForSales();
    await expect(approve(task, 'max')).rejects.toMatchObject({ code: 'forbidden', facts: { waitsFor: 'approver' } });
    const after = await approve(task, 'ada');
    expect(after).toMatchObject({ state: 'open', stage: 1, audience: ['role:sales-manager'] });
    await expect(approve(task, 'bob')).rejects.toMatchObject({
      code: 'forbidden',
      facts: { waitsFor: 'sales-manager' },
    });
    expect(await queuedNotices(stack, runId)).toEqual([`${task.id} for ada, bob, lee`, `${task.id}.1 for max`]);
    expect(await approve(task, 'max')).toMatchObject({ state: 'approved', decidedBy: 'max', decidedWith: ['ada'] });
    expect(await people.outcome(runId)).toBe('answered');
    expect(await sentTo(customer.email)).toHaveLength(1);
  });

  test('goes back to the first where the second changes the text', async () => {
    const { runId, task } = await waitingForSales();
    await approve(task, 'ada');
    const changed = await people.decide(task, 'max', { decision: 'edit', content: { text: 'As Max wrote it.' } });
    expect(changed).toMatchObject({ state: 'open', stage: 0, audience: ['role:approver'] });
    expect(await approve(changed, 'bob')).toMatchObject({ state: 'edited', decidedWith: ['max'] });
    expect(await people.outcome(runId)).toBe('answered-edited');
  });
});

describe.concurrent('what policies weigh', () => {
  async function taskOf(options: { facts?: ApprovalFacts }) {
    const runId = await people.start('answer-order-status', questionOf(customers.withOneOrder()));
    return openTask(stack, { runId, item: 'by hand', point: 'refund', ...options });
  }

  test('the answer to a wish for money back that somebody changed waits for a second person', async () => {
    const task = await taskOf({});
    const changed = await people.decide(task, 'ada', { decision: 'edit', content: { text: 'We are sorry.' } });
    expect(changed).toMatchObject({ state: 'open', editors: ['ada'] });
    expect(await approve(changed, 'bob')).toMatchObject({ state: 'edited', decidedWith: ['ada'] });
  });

  const large = { orderStatus: 'shipped', orderFound: 'number' } as const;

  test.for([
    { amount: 80_000, currency: 'EUR', by: 'bob', why: '800.00 EUR, beyond your authority of 750.00 EUR' },
    {
      amount: 80_000,
      currency: 'CHF',
      by: 'bob',
      why: '800.00 CHF, and the currency differs: your authority is in EUR',
    },
  ])(
    'an amount of $amount $currency is beyond what $by answers for, who may still say no',
    async ({ by, why, ...amount }) => {
      const task = await taskOf({ facts: { ...large, ...amount } });
      const attempt = approve(task, by);
      await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
      await expect(attempt).rejects.toThrow(why);
      expect((await people.decide(task, by, { decision: 'reject' })).state).toBe('rejected');
    },
  );

  test('an authority that has ended counts as none', async () => {
    const task = await taskOf({ facts: { ...large, amount: 100, currency: 'EUR' } });
    const current = stack.foundation.registrySource.current();
    const later = new Date('2028-01-01T00:00:00.000Z');
    const registry = loadRegistry(stack.config.registryFolder, { now: () => later });
    expect(registry.person('ada')).toMatchObject({ roles: current.person('ada')?.roles, authority: [] });
    const decide = await decideAs({ person: registry.person });
    const order = { approvalId: task.id, request: { decision: 'approve', digest: task.digest } } as const;
    await expect(decide({ ...order, by: personIn(registry, 'ada') })).rejects.toThrow('you have no authority');
    expect(await approve(task, 'ada')).toMatchObject({ state: 'approved' });
  });

  test('what is said about a large order is agreed to by a team lead, and by no other approver', async () => {
    const task = await taskOf({ facts: { ...large, amount: 100_001, currency: 'GBP' } });
    await expect(approve(task, 'ada')).rejects.toThrow('beyond your authority of 1,000.00 GBP');
    const decide = await decideAs({});
    const ada = { ...personIn(stack.foundation.registry, 'ada'), authority: [{ currency: 'GBP', upTo: 900_000 }] };
    const order = { approvalId: task.id, request: { decision: 'approve', digest: task.digest } } as const;
    await expect(decide({ ...order, by: ada })).rejects.toThrow(
      'the policy approve/large-order-needs-team-lead forbids it',
    );
    expect(await approve(task, 'lee')).toMatchObject({ state: 'approved', decidedWith: [] });
  });
});

function personIn(registry: Pick<Registry, 'person'>, id: string): Person {
  const person = registry.person(id);
  if (!person) throw new Error(`nobody is called ${id}`);
  return person;
}

function decideWithout(name: string) {
  const { person } = stack.foundation.registrySource.current();
  return decideAs({ person: (id) => (id === name ? undefined : person(id)) });
}

/** Decisions where other people act here than the registry says. */
async function decideAs(people: Partial<Pick<Registry, 'person'>>) {
  const { database, foundation, config } = stack;
  const current = foundation.registrySource.current();
  return composeDecide({
    database,
    foundation: { ...foundation, registrySource: { current: () => ({ ...current, ...people }) } },
    signer: await loadDecisionSigner(decisionKeysFolder(config.keysFolder)),
    mailFrom: config.mail.from,
  });
}
