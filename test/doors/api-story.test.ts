import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { callAs } from '#test/stack/call-api.ts';
import { eventually } from '#test/stack/eventually.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { type Door, openDoor } from './open-api-door.ts';

let stack: Stack;
let door: Door;

beforeAll(async () => {
  stack = await openStack();
  door = await openDoor(stack);
  await runWorker(stack);
});
afterAll(() => stack?.close());

/** A child's run, once there is one. */
function childOf(runId: string): Promise<string> {
  return eventually('the child run', async () => (await callAs('oz', door.url).run(runId)).children[0]?.id);
}

test('an e-mail taken in over HTTP is answered by what a person approved, and its story says who allowed what', async () => {
  const [sam, ada, oz] = ['sam', 'ada', 'oz'].map((name) => callAs(name, door.url));
  if (!sam || !ada || !oz) throw new Error('three callers are needed');
  const { runId } = await sam.mail(await readFile('dev/samples/order-status-known-order-plain.eml', 'utf8'));
  const child = await childOf(runId);
  const task = await ada.task(child);
  expect((await ada.approval(task.id)).evidence).toMatchObject({ enquiry: { from: expect.any(String) }, draft: 1 });
  expect((await ada.decide(task, 'approve')).status).toBe(200);
  await eventually('the end of both runs', async () => (await oz.run(runId)).run.status === 'closed');

  const story = await oz.run(child);
  expect(story.run).toMatchObject({ outcome: 'answered', parent: runId });
  const kinds = story.timeline.map(({ kind }) => kind);
  expect(kinds.slice(0, 2)).toEqual(['accepted', 'started']);
  for (const kind of [
    'accepted',
    'record-read',
    'model-call',
    'task-opened',
    'decision',
    'message',
    'record-written',
    'closed',
  ]) {
    expect(kinds).toContain(kind);
  }
  const call = story.timeline.find(({ kind }) => kind === 'model-call');
  expect(call).toMatchObject({
    result: 'done',
    modelCall: { model: 'rehearsal-1', rehearsal: true, promptVersion: 4, cost: { kind: 'known', micros: 0 } },
  });
  expect(call?.text).toMatch(
    /^The rehearsal model rehearsal-1 \(version .+\) was asked with prompt draft-order-reply v4 and answered \(\d+% sure\)\. It saw the prompt's own text and this run's .*facts.*tokens in.*Allowed by policy .*call-model\/process/,
  );
  expect(story.timeline.find(({ kind }) => kind === 'decision')?.text).toMatch(
    /^ada decided: approve, on exactly what was shown\./,
  );
  expect(story.messages.find((message) => message.class === 'reply')?.state).toBe('sent');
  const times = story.timeline.map(({ at }) => at);
  expect(times).toEqual(times.toSorted());
  expect(story.temporalUi).toContain(`/temporal/namespaces/default/workflows/${child}`);
});

test('what the Temporal UI shows is decoded for an operator, and that is on record', async () => {
  const { runId } = await callAs('sam', door.url).start('answer-order-status', {
    from: 'mara@example.org',
    text: 'secret-enquiry',
  });
  const path = `/temporal/api/v1/namespaces/default/workflows/${runId}/history`;
  const payload = await eventually('the history', async () => {
    const answer = await door.ask(path, { as: 'oz' });
    return answer.ok && inputOf(await answer.json());
  });
  const decode = (as: string) => door.send('/codec/decode', { payloads: [payload] }, as);
  const decoded = z
    .object({ payloads: z.array(z.object({ data: z.string() })) })
    .parse(await (await decode('oz')).json());
  expect(Buffer.from(decoded.payloads[0]?.data ?? '', 'base64').toString()).toContain('secret-enquiry');
  expect((await decode('sam')).status).toBe(403);
  const rows = await stack.db.query("select actor from ledger where kind = 'payload-decoded' and run_id = $1", [runId]);
  expect(rows.rows).toEqual([{ actor: 'oz' }]);
});

const Started = z.object({
  workflowExecutionStartedEventAttributes: z.object({ input: z.object({ payloads: z.array(z.unknown()).min(1) }) }),
});

function inputOf(history: unknown): unknown {
  const { history: found } = z.object({ history: z.object({ events: z.array(z.unknown()) }) }).parse(history);
  const started = Started.safeParse(found.events[0]);
  return started.success && started.data.workflowExecutionStartedEventAttributes.input.payloads[0];
}
