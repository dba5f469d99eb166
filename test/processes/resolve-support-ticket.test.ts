import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CitedAnswer } from '#contracts/answers/cited-answer.ts';
import { resolveSupportTicket } from '#contracts/processes/resolve-support-ticket.ts';
import type { Documents } from '#governance/knowledge/documents.ts';
import { type Answers, answersOf } from '#test/stack/answers.ts';
import { eventually } from '#test/stack/eventually.ts';
import { faultsOf } from '#test/stack/faults.ts';
import { knowledgeOf } from '#test/stack/knowledge.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { replayEveryRun } from '#test/stack/replay.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';

let stack: Stack;
let people: People;
let traces: Traces;
let answers: Answers;
let documents: Documents;

beforeAll(async () => {
  stack = await openStack({
    registry: [
      { file: 'processes/resolve-support-ticket.yaml', path: ['questions', 'answerWithin'], value: '8 seconds' },
      { file: 'processes/resolve-support-ticket.yaml', path: ['questions', 'most'], value: 1 },
    ],
  });
  documents = await knowledgeOf(stack);
  people = await peopleOf(stack);
  traces = tracesOf(stack);
  answers = answersOf(stack);
  await runWorker(stack);
});

afterAll(async () => {
  await replayEveryRun(stack);
  await stack.close();
});

let started = 0;

/** Each from an address of its own, so that nobody has two tickets by chance. */
async function ask(over: { from?: string; text?: string; subject?: string } = {}) {
  started += 1;
  const from = over.from ?? `helen.${started}@fenmail.example`;
  const input = { ...resolveSupportTicket.example, name: 'Helen Marsh', ...over, from };
  return { from, runId: await people.start(resolveSupportTicket.name, input) };
}

const unclear = { subject: 'Zzz', text: 'Qqq vvv xxx' };

interface Rests {
  statements: CitedAnswer['statements'];
  passages: { citation: string; title: string; text: string }[];
  earlierTickets?: { run: string }[];
}

async function factsOf(task: Awaited<ReturnType<People['task']>>): Promise<Rests> {
  return (await traces.evidence(task)).facts as unknown as Rests;
}

const sentTo = async (from: string) => (await people.messages()).filter(({ to }) => to.includes(from));

describe('a support ticket', () => {
  test('is answered with statements of the documents, which a person sees with their passages before it leaves', async () => {
    const { from, runId } = await ask();
    const task = await people.task(runId);
    const { statements, passages } = await factsOf(task);
    expect(statements.length).toBeGreaterThan(0);
    for (const { citations } of statements) expect(citations.length).toBeGreaterThan(0);
    const known = passages.map(({ citation }) => citation);
    for (const citation of statements.flatMap(({ citations }) => citations)) expect(known).toContain(citation);
    const { text } = await traces.action(task);
    for (const statement of statements) expect(text).toContain(statement.text);
    expect(statements.map(({ text }) => text).join(' ')).toMatch(/once or twice a year/);
    await people.decide(task, 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    expect(await sentTo(from)).toHaveLength(1);
  });

  test('asks the customer what is missing, and goes on with what they answer', async () => {
    const { from, runId } = await ask(unclear);
    const task = await people.task(runId);
    expect((await traces.action(task)).text).toContain('which article is it about');
    await people.decide(task, 'ada', { decision: 'approve' });
    const { messageId } = await answers.question(runId);
    await answers.receive({ from, to: messageId, text: 'How often should I oil my oak table?' });
    const answered = await eventually('a task with an answer', async () => {
      const open = await people.task(runId);
      return open.id === task.id ? undefined : open;
    });
    const { statements } = await factsOf(answered);
    expect(statements.map(({ text }) => text).join(' ')).toMatch(/once or twice a year/);
    await people.decide(answered, 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    expect(await sentTo(from)).toHaveLength(2);
  });

  test('is closed where the customer says nothing to what was asked', async () => {
    const { from, runId } = await ask(unclear);
    await people.decide(await people.task(runId), 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('unanswered');
    expect(await sentTo(from)).toHaveLength(1);
  });

  test('goes to a person with the holding reply once the customer was asked as often as may be', async () => {
    const { from, runId } = await ask(unclear);
    const task = await people.task(runId);
    await people.decide(task, 'ada', { decision: 'approve' });
    const { messageId } = await answers.question(runId);
    await answers.receive({ from, to: messageId, text: 'Www yyy' });
    const held = await eventually('another task', async () => {
      const open = await people.task(runId);
      return open.id === task.id ? undefined : open;
    });
    expect((await traces.evidence(held)).reason).toContain('was asked 1 times');
    await people.decide(held, 'ada', { decision: 'take-over', comment: 'I ring them' });
    expect(await people.outcome(runId)).toBe('taken-over');
  });

  test('is drafted anew, and what was agreed to never leaves, where its document is revoked in between', async () => {
    const { from, runId } = await ask({ subject: 'Price match', text: 'Do you match the price of another shop?' });
    const task = await people.task(runId);
    const { statements } = await factsOf(task);
    const cited = new Set(statements.flatMap(({ citations }) => citations).map((citation) => citation.split('@')[0]));
    const { text } = await traces.action(task);
    for (const document of cited) await documents.revoke({ name: String(document), by: 'lee', reason: 'It is wrong' });
    await people.decide(task, 'ada', { decision: 'approve' });
    const anew = await eventually('another task', async () => {
      const open = await people.task(runId);
      return open.id === task.id ? undefined : open;
    });
    expect((await traces.action(anew)).text).not.toBe(text);
    await people.decide(anew, 'ada', { decision: 'reject' });
    expect(await people.outcome(runId)).toBe('rejected');
    expect(await sentTo(from)).toEqual([]);
  });

  test('does not leave with words of a person that no cited passage bears out', async () => {
    const { from, runId } = await ask();
    const task = await people.task(runId);
    const { text } = await traces.action(task);
    const edited = `${text}\n\nWe refund you 500.00 GBP by Friday.`;
    await people.decide(task, 'ada', { decision: 'edit', content: { text: edited } });
    const anew = await eventually('another task', async () => {
      const open = await people.task(runId);
      return open.id === task.id ? undefined : open;
    });
    await people.decide(anew, 'ada', { decision: 'reject' });
    expect(await people.outcome(runId)).toBe('rejected');
    expect(await sentTo(from)).toEqual([]);
  });

  test('names the ticket that the same customer has open, and leaves it to a person whether both are one', async () => {
    const first = await ask();
    await people.task(first.runId);
    const second = await ask({ from: first.from });
    const task = await people.task(second.runId);
    expect((await traces.evidence(task)).reason).toContain(`another ticket open, ${first.runId}`);
    expect((await factsOf(task)).earlierTickets?.map(({ run }) => run)).toEqual([first.runId]);
    const stranger = await ask();
    expect((await factsOf(await people.task(stranger.runId))).earlierTickets).toBeUndefined();
    for (const { runId } of [first, second, stranger]) {
      await people.decide(await people.task(runId), 'ada', { decision: 'reject' });
      expect(await people.outcome(runId)).toBe('rejected');
    }
  });
});

describe('where a model cites what is not there', () => {
  const statements = [
    { text: 'Oil the top once or twice a year.', citations: ['oak-care@1#1'] },
    { text: 'The table is guaranteed for 99 years.', citations: [] },
    { text: 'Use olive oil.', citations: ['no-such-article@1#1'] },
    { text: 'Oil the top four times a year.', citations: ['oak-care@1#1'] },
  ];

  async function drafted(fields: Record<string, unknown>) {
    const faults = faultsOf(stack);
    await faults.model({ mode: 'obey', wishes: { confidence: 0.9, fields } });
    const { runId } = await ask();
    const task = await people.task(runId);
    await faults.model({ mode: 'none' });
    return { runId, task, text: (await traces.action(task)).text, reason: (await traces.evidence(task)).reason };
  }

  test('what no passage bears out is not in what a person is shown', async () => {
    const { runId, task, text, reason } = await drafted({ statements });
    expect(text).toContain('once or twice a year');
    expect(text).not.toMatch(/99 years|olive|four times/);
    expect(reason).toContain('3 of 4 statements were left out');
    await people.decide(task, 'ada', { decision: 'reject' });
    expect(await people.outcome(runId)).toBe('rejected');
  });

  test('the holding reply stands in where nothing is borne out', async () => {
    const { runId, task, text, reason } = await drafted({ statements: statements.slice(1) });
    expect(text).toContain('one of us is looking into it');
    expect(reason).toContain('Nothing of what a model drafted is borne out');
    await people.decide(task, 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
  });

  test('nothing leaves that a greeting says and no passage does', async () => {
    const { runId, task } = await drafted({ greeting: 'Hello, you get 500.00 GBP back,' });
    await people.decide(task, 'ada', { decision: 'approve' });
    await eventually('another task', async () => (await people.task(runId)).id !== task.id);
    await people.decide(await people.task(runId), 'ada', { decision: 'reject' });
    expect(await people.outcome(runId)).toBe('rejected');
    expect(await traces.replies(runId)).toEqual([]);
  });
});
