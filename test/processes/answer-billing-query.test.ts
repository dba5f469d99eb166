import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatMoney } from '#contracts/money.ts';
import { customers, invoices } from '#dev/records/index.ts';
import { type Answers, answersOf } from '#test/stack/answers.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { replayEveryRun } from '#test/stack/replay.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';

let stack: Stack;
let people: People;
let traces: Traces;
let answers: Answers;

beforeAll(async () => {
  stack = await openStack();
  people = await peopleOf(stack);
  traces = tracesOf(stack);
  answers = answersOf(stack);
  await runWorker(stack);
});

afterAll(async () => {
  await replayEveryRun(stack);
  await stack.close();
});

const invoicesOf = Map.groupBy(invoices, ({ customerEmail }) => customerEmail);
const isPaid = ({ total, currency, creditNotes, payments }: (typeof invoices)[number]) =>
  creditNotes.length === 0 &&
  payments.length === 1 &&
  payments[0]?.amount === total &&
  payments[0].currency === currency;

function customerOf(email: string) {
  const customer = customers.find((each) => each.email === email);
  if (!customer) throw new Error(`nobody has the address ${email}`);
  return { from: email, name: customer.name };
}

function invoiceNumbered(number: string) {
  const invoice = invoices.find((each) => each.number === number);
  if (!invoice) throw new Error(`there is no invoice ${number}`);
  return invoice;
}

const single = invoices.filter(
  (invoice) => invoicesOf.get(invoice.customerEmail)?.length === 1 && isPaid(invoice) && invoice.total < 75_000,
);
/** An invoice of a customer who has that one alone, each given out once. */
function paidInvoice() {
  const invoice = single.shift();
  if (!invoice) throw new Error('no customer with a single paid invoice is left');
  return invoice;
}

/** Starts a run and answers what the approver is shown. */
async function shownFor(input: Record<string, unknown>) {
  const runId = await people.start('answer-billing-query', { subject: 'My invoice', ...input });
  const task = await people.task(runId);
  return { runId, task, action: await traces.action(task), evidence: await traces.evidence(task) };
}

const termsOf = async (runId: string) => (await traces.approvals(runId)).map(({ terms }) => terms);

describe.concurrent('finding the invoice', () => {
  test('an invoice named by its number is answered from its record, and the approved reply is sent', async () => {
    const { number, customerEmail, total, currency } = paidInvoice();
    const text = `Hello, has my payment for ${number.toLowerCase()} arrived?`;
    const { runId, task, action, evidence } = await shownFor({ ...customerOf(customerEmail), text });
    const sum = formatMoney({ amount: total, currency });
    expect(evidence.facts).toMatchObject({
      situation: 'invoice-found',
      invoice: { number, standing: 'settled', total: sum, payments: [{ sum }] },
    });
    expect(evidence.reason).toContain('found by its number');
    expect(action.text).toContain(sum);
    expect(JSON.stringify(await termsOf(runId))).not.toContain('unfounded');
    await people.decide(task, 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    const sent = (await people.messages()).filter(({ to }) => to.includes(customerEmail));
    expect(sent.map((message) => message.text.trimEnd())).toEqual([action.text.trimEnd()]);
  });

  test('an invoice is found by the order that a customer names', async () => {
    const { number, order, customerEmail } = paidInvoice();
    const { evidence } = await shownFor({
      ...customerOf(customerEmail),
      text: `The bill for ${order}, please: is it paid?`,
    });
    expect(evidence.facts).toMatchObject({ situation: 'invoice-found', invoice: { number, order } });
    expect(evidence.reason).toContain('found by its order');
  });

  test('the one invoice of a customer who names none is found by their address', async () => {
    const { number, customerEmail } = paidInvoice();
    const { evidence } = await shownFor({ ...customerOf(customerEmail), text: 'Is my invoice paid?' });
    expect(evidence.facts).toMatchObject({ situation: 'invoice-found', invoice: { number } });
    expect(evidence.reason).toContain('found by its address');
  });

  test('a customer with several invoices who names none is asked which one, and told no sum', async () => {
    const [email = '', theirs = []] =
      [...invoicesOf].find(([, found]) => found.length === 3 && found.every(isPaid)) ?? [];
    const { task, action } = await shownFor({ ...customerOf(email), text: 'How much is my bill?' });
    expect(task.reasonCode).toBe('clarification');
    for (const { number, total, currency } of theirs) {
      expect(action.text).toContain(number);
      expect(action.text).not.toContain(formatMoney({ amount: total, currency }));
    }
  });

  test('an invoice of somebody else is never shown, and reads like one that nobody has', async () => {
    const [own, other] = [paidInvoice(), paidInvoice()];
    const text = `Please send me the sum of ${other.number}.`;
    const { action, evidence, task } = await shownFor({ ...customerOf(own.customerEmail), text });
    expect(evidence.facts).toEqual({ situation: 'invoice-of-someone-else', customerName: expect.any(String) });
    expect(task.reasonCode).toBe('clarification');
    for (const secret of [formatMoney({ amount: other.total, currency: other.currency }), other.customerEmail])
      expect(JSON.stringify({ action, evidence })).not.toContain(secret);
  });

  test('an invoice that is in no record is asked for', async () => {
    const { customerEmail } = paidInvoice();
    const { evidence, task } = await shownFor({ ...customerOf(customerEmail), text: 'What about AFI-999999?' });
    expect(evidence.facts).toMatchObject({ situation: 'invoice-none' });
    expect(task.reasonCode).toBe('clarification');
  });
});

describe.concurrent('how an invoice stands', () => {
  test('what came in twice is told as a fact to whoever decides, and nothing is paid back', async () => {
    const { number, customerEmail, total, currency } = invoiceNumbered('AFI-101520');
    const { runId, task, action, evidence } = await shownFor({
      ...customerOf(customerEmail),
      text: `Guten Tag, ist meine Zahlung für die Rechnung ${number} bei Ihnen angekommen? Vielen Dank.`,
    });
    const overpaid = formatMoney({ amount: total, currency });
    expect(evidence.facts).toMatchObject({ invoice: { standing: 'overpaid', overpaid } });
    expect(evidence.reason).toContain(`${overpaid} more than it asks for was paid, and is not paid back`);
    expect(action.text).toContain(`${overpaid} mehr als gefordert`);
    await people.decide(task, 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    const { rows } = await stack.db.query('select key from refund where at > $1', [
      (await traces.run(runId)).createdAt,
    ]);
    expect(rows).toEqual([]);
  });

  test('what was credited is worked out beforehand, and nothing is left to be added up', async () => {
    const { number, customerEmail, creditNotes, currency } = invoiceNumbered('AFI-101505');
    const { evidence, action } = await shownFor({ ...customerOf(customerEmail), text: `What about ${number}?` });
    const credited = formatMoney({ amount: creditNotes.reduce((sum, { amount }) => sum + amount, 0), currency });
    expect(evidence.facts).toMatchObject({ invoice: { standing: 'settled', credited } });
    expect(action.text).toContain(credited);
  });

  test('what is open is told with the day on which it is due', async () => {
    const { number, customerEmail, total, currency } = invoiceNumbered('AFI-101455');
    const { evidence, action } = await shownFor({
      ...customerOf(customerEmail),
      text: `How much is open on ${number}?`,
    });
    const open = formatMoney({ amount: total, currency });
    expect(evidence.facts).toMatchObject({ invoice: { open, payments: [] } });
    expect(action.text).toContain(`${open} is still open`);
  });

  test('an invoice that was paid in another currency goes to a person, and no figure of it is told', async () => {
    const invoice = invoices.find(({ currency, payments }) =>
      payments.some((payment) => payment.currency !== currency),
    );
    if (!invoice) throw new Error('no invoice was paid in another currency');
    const { number, customerEmail, payments } = invoice;
    const { task, evidence, action } = await shownFor({ ...customerOf(customerEmail), text: `Is ${number} paid?` });
    expect(task.point).toBe('uncertain');
    expect(evidence.reason).toContain(`The records of invoice ${number} do not agree`);
    expect(evidence.reason).toContain(payments[0]?.reference);
    expect(evidence.facts).toEqual({ situation: 'uncertain', customerName: expect.any(String) });
    expect(action.text).not.toMatch(/\d+\.\d\d/);
  });
});

test.concurrent('an invoice that an answer names is looked up, and its record becomes what the next draft is made from', async () => {
  const [invoice] = [...invoicesOf.values()].filter((found) => found.length === 2 && found.every(isPaid))[3] ?? [];
  if (!invoice) throw new Error('no customer with two paid invoices is left');
  const { number, customerEmail: from } = invoice;
  const { runId, task } = await shownFor({ ...customerOf(from), text: 'Is my invoice paid?' });
  await people.decide(task, 'ada', { decision: 'ask', content: { text: 'Which of your invoices do you mean?' } });
  const question = await answers.question(runId);
  await answers.receive({ from, to: question.messageId, text: `I mean ${number}.` });
  const evidence = await traces.evidence(await people.task(runId));
  expect(evidence.facts).toMatchObject({ situation: 'invoice-found', invoice: { number } });
});
