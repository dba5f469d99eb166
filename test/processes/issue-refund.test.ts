import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatMoney } from '#contracts/money.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { replayEveryRun } from '#test/stack/replay.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';
import { alwaysOpen, comesBack, type PaidOrder, paidOrder, wishFor } from './refund-samples.ts';

let stack: Stack;
let people: People;
let traces: Traces;

beforeAll(async () => {
  stack = await openStack({ registry: alwaysOpen });
  people = await peopleOf(stack);
  traces = tracesOf(stack);
  await runWorker(stack);
});

afterAll(async () => {
  await replayEveryRun(stack);
  await stack.close();
});

const start = (input: Record<string, unknown>) => people.start('issue-refund', input);

async function shown(runId: string) {
  const task = await people.task(runId);
  return { task, action: await traces.action(task), evidence: await traces.evidence(task) };
}

/** What was paid back of a payment, and by how many refunds. */
async function refundedOf(payment: string) {
  const { rows } = await stack.db.query(
    `select refunded, (select count(*)::int from refund where payment_reference = reference) as refunds
     from payment where reference = $1`,
    [payment],
  );
  return [rows[0]?.refunded, rows[0]?.refunds];
}

const moneyOf = ({ item, order }: PaidOrder) => ({ amount: item.unitPrice, currency: order.currency });

async function lettersOf(runId: string) {
  return (await people.messages()).filter(({ headers }) => headers['x-baton-run'] === runId);
}

/** What the timeline tells of the weighing. */
async function weighedIn(runId: string) {
  return (await traces.steps(runId)).filter(({ name }) => name === 'weighRefund').map(({ record }) => record);
}

describe('on the word of as many as the amount asks for', () => {
  test('a small amount is paid back with nobody asked, and told at once to whoever knows us; a new customer is told once a person has read it', async () => {
    const paid = paidOrder({ from: 500, to: 5_000, pieces: 2 });
    const amount = formatMoney(moneyOf(paid));
    await comesBack(stack, paid);
    const first = await start(wishFor(paid));
    const { task, evidence } = await shown(first);
    expect(await refundedOf(paid.payment)).toEqual([paid.item.unitPrice, 1]);
    expect(evidence.reason).toContain('It was paid back already');
    await people.decide(task, 'ada', { decision: 'approve' });
    expect(await people.outcome(first)).toBe('answered');
    const [letter] = await lettersOf(first);
    expect(letter?.text).toContain(amount);
    await comesBack(stack, paid);
    const second = await start(wishFor(paid));
    expect(await people.outcome(second)).toBe('answered');
    expect(await traces.approvals(second)).toEqual([]);
    expect(await refundedOf(paid.payment)).toEqual([2 * paid.item.unitPrice, 2]);
    expect((await lettersOf(second)).map(({ text }) => text)).toEqual([expect.stringContaining(amount)]);
  });

  test('more is paid back once a person agrees, who sees what goes back, of which payment, and the letter', async () => {
    const paid = paidOrder({ from: 6_000, to: 25_000 });
    await comesBack(stack, paid);
    const runId = await start(wishFor(paid));
    const { task, action, evidence } = await shown(runId);
    expect(task.point).toBe('refund');
    expect(action.refund).toEqual({ payment: paid.payment, ...moneyOf(paid) });
    expect(action.text).toContain(formatMoney(moneyOf(paid)));
    expect(evidence.reason).toContain(paid.payment);
    expect(await refundedOf(paid.payment)).toEqual([0, 0]);
    await people.decide(task, 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    expect(await refundedOf(paid.payment)).toEqual([paid.item.unitPrice, 1]);
    expect(await lettersOf(runId)).toHaveLength(1);
    expect(await traces.interactions(runId)).toHaveLength(1);
  });

  test('a large amount needs two, who agree to the same', async () => {
    const paid = paidOrder({ from: 50_001, to: 75_000 });
    await comesBack(stack, paid);
    const runId = await start(wishFor(paid));
    const { task } = await shown(runId);
    expect(task.point).toBe('large-refund');
    await people.decide(task, 'lee', { decision: 'approve' });
    expect(await refundedOf(paid.payment)).toEqual([0, 0]);
    await people.decide(task, 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    expect(await refundedOf(paid.payment)).toEqual([paid.item.unitPrice, 1]);
  });

  test('whoever decides may lower the amount, and agrees to the letter that says the smaller one', async () => {
    const paid = paidOrder({ from: 6_000, to: 25_000 });
    const less = { amount: 3_300, currency: paid.order.currency };
    await comesBack(stack, paid);
    const runId = await start(wishFor(paid));
    const first = await shown(runId);
    await people.decide(first.task, 'ada', { decision: 'approve', fields: { refund: less } });
    const second = await shown(runId);
    expect(second.action.refund).toEqual({ payment: paid.payment, ...less });
    expect(second.action.text).toContain(formatMoney(less));
    expect(second.action.text).not.toContain(formatMoney(moneyOf(paid)));
    expect(await refundedOf(paid.payment)).toEqual([0, 0]);
    await people.decide(second.task, 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    expect(await refundedOf(paid.payment)).toEqual([less.amount, 1]);
  });
});

describe.concurrent('where the rules say no, a person looks at how that is told, and nothing is paid', () => {
  test.each([
    ['nothing came back', undefined, 'nothing-returned', 'Nothing of this order'],
    ['it is on its way', { received: false }, 'not-received-yet', 'has not arrived'],
    ['it was announced too late', { daysAfter: 40 }, 'too-late', 'after the time for returns'],
    ['it was used', { condition: 'used' }, 'condition', 'in a state that is not paid back'],
  ])('%s', async (_, back, why, words) => {
    const paid = paidOrder({ from: 6_000, to: 40_000 });
    if (back) await comesBack(stack, paid, back);
    const runId = await start(wishFor(paid));
    const { task, action, evidence } = await shown(runId);
    expect(action.refund).toBeUndefined();
    expect(action.text).toContain(words);
    expect(evidence.reason).toContain('By the rules nothing is paid back');
    expect(await weighedIn(runId)).toEqual([{ why: [why] }]);
    await people.decide(task, 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    expect(await refundedOf(paid.payment)).toEqual([0, 0]);
  });
});

describe.concurrent("what records do not decide is a person's", () => {
  test('nobody wrote down in which state it came back', async () => {
    const paid = paidOrder({ from: 6_000, to: 40_000 });
    await comesBack(stack, paid, { condition: 'unknown' });
    const runId = await start(wishFor(paid));
    const { task, evidence } = await shown(runId);
    expect(task.point).toBe('uncertain');
    expect(evidence.reason).toContain('in which state');
    expect(await weighedIn(runId)).toEqual([{ why: ['condition-unknown'] }]);
  });

  test('an amount in another currency than was paid', async () => {
    const paid = paidOrder({ from: 6_000, to: 40_000 });
    await comesBack(stack, paid);
    const currency = paid.order.currency === 'EUR' ? 'GBP' : 'EUR';
    const runId = await start(wishFor(paid, { amount: { amount: 1_000, currency } }));
    expect((await shown(runId)).evidence.reason).toContain('not all in one currency');
    expect(await refundedOf(paid.payment)).toEqual([0, 0]);
  });

  test('the order of another customer is never shown', async () => {
    const [own, other] = [paidOrder({ from: 6_000, to: 40_000 }), paidOrder({ from: 6_000, to: 40_000 })];
    await comesBack(stack, other);
    const runId = await start(wishFor(other, { from: own.order.customerEmail, name: own.order.customerName }));
    const { task, action, evidence } = await shown(runId);
    expect(task.reasonCode).toBe('clarification');
    expect(evidence.facts).toEqual({ situation: 'order-of-someone-else', customerName: own.order.customerName });
    expect(JSON.stringify({ action, evidence })).not.toContain(other.order.customerEmail);
    expect(await refundedOf(other.payment)).toEqual([0, 0]);
  });
});

describe.concurrent('whatever is asked for, at most what is owed is paid', () => {
  test('a huge amount comes to what came back, and a person is asked', async () => {
    const paid = paidOrder({ from: 500, to: 4_000 });
    await comesBack(stack, paid);
    const runId = await start(wishFor(paid, { amount: { amount: 2_000_000_000, currency: paid.order.currency } }));
    const { action } = await shown(runId);
    expect(action.refund).toEqual({ payment: paid.payment, ...moneyOf(paid) });
  });

  test.each([0, -500, 10.5])('%d is no amount', async (amount) => {
    const paid = paidOrder({ from: 6_000, to: 40_000 });
    await expect(start(wishFor(paid, { amount: { amount, currency: 'EUR' } }))).rejects.toThrow();
  });

  test('a second run for the same order sees what the first paid, and pays nothing', async () => {
    const paid = paidOrder({ from: 6_000, to: 25_000 });
    await comesBack(stack, paid);
    const [one, two] = [await start(wishFor(paid)), await start(wishFor(paid))];
    const tasks = [await shown(one), await shown(two)];
    await Promise.all(tasks.map(({ task }) => people.decide(task, 'ada', { decision: 'approve' })));
    const paidBy = await Promise.race([one, two].map((id) => people.outcome(id).then(() => id)));
    const second = await shown(paidBy === one ? two : one);
    expect(second.evidence.reason).toMatch(/paid back already|paid back of it meanwhile/);
    expect(second.action.refund).toBeUndefined();
    expect(await refundedOf(paid.payment)).toEqual([paid.item.unitPrice, 1]);
  });
});
