import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { replayAll } from '#test/prove/replay-all.ts';
import { settle } from '#test/prove/settle.ts';
import { type Answers, answersOf } from '#test/stack/answers.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { faultsOf } from '#test/stack/faults.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { inEveryProcess } from '#test/stack/registry-copy.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';

let stack: Stack;
let people: People;
let traces: Traces;
let answers: Answers;

beforeAll(async () => {
  stack = await openStack({ registry: inEveryProcess(['questions', 'answerWithin'], '900 ms') });
  people = await peopleOf(stack);
  traces = tracesOf(stack);
  answers = answersOf(stack);
  await runWorker(stack);
});

afterAll(() => stack.close());

async function asked(token: string, to?: { kind: 'colleague'; person: string }) {
  const { from } = enquiryAbout('support', token);
  const runId = await people.start('triage-enquiry', { ...enquiryAbout('support', token) });
  const task = await people.task(runId);
  const content = { text: `Which bookcase is it? ${token}` };
  await people.decide(task, 'ada', { decision: 'ask', content, ...(to ? { to } : {}) });
  return { from, runId, task, question: await answers.question(runId) };
}

describe('where no answer comes in time', () => {
  test.for([
    ['the customer', 'QD90', undefined],
    ['a colleague', 'QD91', { kind: 'colleague', person: 'max' }],
  ] as const)('from %s, people are asked what to do, with the same draft', async ([, token, to]) => {
    const { runId, task, question } = await asked(token, to);
    const again = await people.task(runId);
    expect(again).toMatchObject({ reasonCode: 'no-answer', state: 'open' });
    expect(await traces.action(again)).toEqual(await traces.action(task));
    expect(await traces.evidence(again)).toMatchObject({ draft: 1, exchanges: [{ answer: null }] });
    const calls = (await faultsOf(stack).calls(token)).filter(({ schemaName }) => schemaName === 'drafted_reply');
    expect(calls).toHaveLength(1);
    expect(await traces.ledger(runId, 'question-closed')).toMatchObject([
      { body: { question: question.id, state: 'unanswered' } },
    ]);
    await people.decide(again, 'bob', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
  });

  test('an answer that comes too late is an enquiry of its own', async () => {
    const { from, runId, question } = await asked('QD92');
    const again = await people.task(runId);
    const late = await answers.receive({ from, to: question.messageId, text: 'The oak one, sorry.' });
    expect(late.kind === 'accepted' && late.run.id).not.toBe(runId);
    expect(await traces.ledger(runId, 'answer-refused')).toMatchObject([{ body: { why: 'too-late' } }]);
    await people.decide(again, 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
  });

  test('it may be asked again, and a draft that is rejected then knows what was asked', async () => {
    const { from, runId } = await asked('QD93');
    await people.decide(await people.task(runId), 'ada', { decision: 'ask', content: { text: 'Please?' } });
    const { messageId } = await answers.question(runId);
    await answers.receive({ from, to: messageId, text: 'The oak one.' });
    const task = await people.task(runId);
    expect(await traces.evidence(task)).toMatchObject({
      exchanges: [{ answer: null }, { answer: { text: 'The oak one.' } }],
    });
    await people.decide(task, 'ada', { decision: 'reject', comment: 'shorter' });
    const last = await people.task(runId);
    expect(await traces.evidence(last)).toMatchObject({ draft: 3, exchanges: [{ answer: null }, {}] });
    await people.decide(last, 'ada', { decision: 'reject' });
    expect(await people.outcome(runId)).toBe('rejected');
  });
});

/** Milliseconds before the deadline at which the customer answers: most of them as near as a clock allows. */
const earlier = [400, 30, 15, 8, 5, 3, 2, 1, 1, 0, 0, -1, -2, -5, -10, -100];

test('an answer around the deadline either brings a second draft, or is an enquiry of its own', async () => {
  const come = await Promise.all(
    earlier.map(async (msEarlier, index) => {
      const { from, runId, question } = await asked(`QD${String(index).padStart(2, '0')}`);
      await pause(Math.max(0, (question.expiresAt?.getTime() ?? 0) - msEarlier - Date.now()));
      const receipt = await answers.receive({ from, to: question.messageId, text: 'The oak one.' });
      const isTaken = receipt.kind === 'accepted' && receipt.run.id === runId;
      const task = await people.task(runId);
      const { draft } = await traces.evidence(task);
      await people.decide(task, 'ada', { decision: 'approve' });
      return { isTaken, draft, reason: task.reasonCode, outcome: await people.outcome(runId) };
    }),
  );
  const lawful = [
    { isTaken: true, draft: 2, reason: 'low-confidence', outcome: 'answered' },
    { isTaken: false, draft: 1, reason: 'no-answer', outcome: 'answered' },
  ];
  for (const result of come) expect(lawful).toContainEqual(result);
  expect(new Set(come.map(({ isTaken }) => isTaken)).size).toBe(2);
});

test('all of it agrees with what was written down, and every history replays', async () => {
  expect((await settle(stack)).violations).toEqual([]);
  expect(await replayAll(stack)).toBeGreaterThan(0);
});
