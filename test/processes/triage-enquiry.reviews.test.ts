import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Door, openDoor } from '#test/doors/open-api-door.ts';
import { enquiriesBy } from '#test/stack/enquiries-by-category.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { copyRegistry } from '#test/stack/registry-copy.ts';
import { replayEveryRun } from '#test/stack/replay.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { questionOf, sampleCustomers } from '#test/stack/sample-customers.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';

const customers = sampleCustomers();
const over = '2026-01-31';

let stack: Stack;
let people: People;
let traces: Traces;

beforeAll(async () => {
  stack = await openStack();
  people = await peopleOf(stack);
  traces = tracesOf(stack);
});

afterAll(async () => {
  await replayEveryRun(stack);
  await stack.close();
});

/** The same installation, started with a registry in which these reviews are over. */
function startedWithOverdue(...files: readonly string[]): Stack {
  const folder = join(stack.config.home, files.join('-').replaceAll('/', '-'));
  mkdirSync(folder);
  const registryFolder = copyRegistry(folder, {
    edits: files.map((file) => ({ file, path: ['reviewBy'], value: over })),
  });
  return { ...stack, config: { ...stack.config, registryFolder } };
}

describe('a model whose review is over', () => {
  test('is not asked, and people go on with the run, told why', async () => {
    const worker = await runWorker(startedWithOverdue('models/rehearsal-1.yaml'));
    const runId = await people.start('triage-enquiry', enquiriesBy(customers.withOneOrder()).complaint);
    const task = await people.task(runId);
    expect(task).toMatchObject({ point: 'uncertain', reasonCode: 'model-unavailable' });
    const why = /the model rehearsal-1 was to be reviewed by 2026-01-31 and is out of use since 2026-02-01: review it/;
    expect((await traces.evidence(task)).reason).toMatch(why);
    const refused = await traces.ledger(runId, 'effect-refused');
    expect(refused.length).toBeGreaterThan(0);
    for (const { body } of refused)
      expect(body).toMatchObject({ effect: 'callModel', stage: 'registry', why: expect.stringMatching(why) });
    const intended = await traces.ledger(runId, 'effect-intended');
    expect(intended.filter(({ body }) => JSON.stringify(body).includes('callModel'))).toEqual([]);
    await people.decide(task, 'ada', { decision: 'edit', content: { text: 'We are looking into it.' } });
    expect(await people.outcome(runId)).toBe('answered-edited');
    await worker.stop();
  });
});

describe('a process whose review is over', () => {
  const name = 'answer-order-status';
  let door: Door;
  let worker: { stop(): Promise<void> };

  beforeAll(async () => {
    const later = startedWithOverdue(`processes/${name}.yaml`);
    door = await openDoor(later);
    worker = await runWorker(later);
  });

  test('is not started at the door, which says since when and what to write, and writes that down', async () => {
    const input = { from: 'mara@example.org', text: 'Where is it?' };
    const answer = await door.send(`/api/processes/${name}/runs`, { input }, 'sam');
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({
      code: 'review-overdue',
      detail: expect.stringMatching(
        /Nobody starts answer-order-status: .* out of use since 2026-02-01: .* at processes\/answer-order-status\.yaml:\d+ reviewBy/,
      ),
    });
    const { rows } = await stack.db.query("select actor, body::json from ledger where kind = 'request-refused'", []);
    expect(rows).toContainEqual({
      actor: 'sam',
      body: expect.objectContaining({ action: 'startRun', resource: name, code: 'review-overdue' }),
    });
    expect((await door.send('/api/processes/triage-enquiry/runs', { input }, 'sam')).status).toBe(202);
  });

  test('does nothing more in a run that was accepted before', async () => {
    const runId = await people.start(name, questionOf(customers.withOneOrder()));
    expect(await people.outcome(runId)).toBe('blocked');
    const why = expect.stringContaining(`the process ${name} was to be reviewed by ${over}`);
    expect(await traces.ledger(runId, 'effect-refused')).toMatchObject([
      { body: { effect: 'readRecord', stage: 'registry', why } },
    ]);
    expect(await traces.ledger(runId, 'effect-intended')).toEqual([]);
  });

  test('takes no mail in, whose sender is asked to try again later', async () => {
    const later = await openDoor(startedWithOverdue('processes/triage-enquiry.yaml'));
    const transport = nodemailer.createTransport({ host: '127.0.0.1', port: later.smtpPort, ignoreTLS: true });
    const mail = { from: 'mara@example.org', to: 'service@alderfinch.example', subject: 'Where?', text: 'My order?' };
    await expect(transport.sendMail(mail)).rejects.toMatchObject({ responseCode: 451 });
    transport.close();
    const { rows } = await stack.db.query('select count(*)::int as taken from inbound_mail', []);
    expect(rows).toEqual([{ taken: 0 }]);
  });

  test('is not made a part of another run either, which ends as blocked and goes on by a retry after the review', async () => {
    const enquiry = enquiriesBy(customers.withOneOrder())['order-status'];
    const runId = await people.start('triage-enquiry', enquiry);
    expect(await people.outcome(runId)).toBe('blocked');
    expect(await traces.ledger(runId, 'request-refused')).toMatchObject([
      { actor: 'process:triage-enquiry', body: { resource: name, code: 'review-overdue' } },
    ]);
    expect(await stack.database.direct.run.count({ where: { parentRunId: runId } })).toBe(0);
    await worker.stop();
    await runWorker(stack);
    await people.retry(runId);
    await people.decide(await people.task(runId), 'ada', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
  });
});
