import { temporal } from '@temporalio/proto';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { attachmentPlace } from '#governance/runs/places.ts';
import { sha256Hex } from '#platform/canonical/digest.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import { enquiriesBy } from '#test/stack/enquiries-by-category.ts';
import { type Faults, faultsOf } from '#test/stack/faults.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { replayEveryRun } from '#test/stack/replay.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { sampleCustomers } from '#test/stack/sample-customers.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';

let stack: Stack;
let people: People;
let traces: Traces;
let faults: Faults;
const customers = sampleCustomers();

beforeAll(async () => {
  stack = await openStack();
  people = await peopleOf(stack);
  traces = tracesOf(stack);
  faults = faultsOf(stack);
  await runWorker(stack);
});

afterAll(async () => {
  await replayEveryRun(stack);
  await stack.close();
});

const receivedAt = '2026-11-20T09:30:00Z';

async function complaint() {
  const enquiry = { ...enquiriesBy(customers.withOneOrder()).complaint, receivedAt };
  const runId = await people.start('triage-enquiry', enquiry);
  const task = await people.task(runId, 'complaint');
  const { name, from, subject, text } = enquiry;
  const filed = `Date: ${receivedAt}\nFrom: ${name} <${from}>\nSubject: ${subject}\n\n${text}\n`;
  return { enquiry, runId, task, filed };
}

/** The files of everything that was sent to somebody, as their mail program would save them. */
async function filesSentTo(email: string) {
  const sent = (await people.messages()).filter((message) => message.to.includes(email));
  const raw = sent.map(async ({ id }) => (await fetch(`${stack.mailboxUrl}/messages/${id}/raw`)).arrayBuffer());
  const mails = await Promise.all(raw.map(async (bytes) => PostalMime.parse(await bytes)));
  return mails.map(({ attachments }) =>
    attachments.map(({ filename, mimeType, disposition, content }) => {
      const bytes = Buffer.from(content as ArrayBuffer);
      return { filename, mimeType, disposition, text: bytes.toString('utf8'), sha256: sha256Hex(bytes) };
    }),
  );
}

async function attachmentOf(task: ApprovalRow) {
  const [attachment] = (await traces.action(task)).attachments ?? [];
  if (!attachment) throw new Error(`nothing is attached to ${task.id}`);
  return attachment;
}

describe.concurrent('the confirmation of a complaint', () => {
  test('takes the complaint with it as it came in: signed by its hash, sealed in the database, whole in the mail', async () => {
    const { enquiry, runId, task, filed } = await complaint();
    const attachment = await attachmentOf(task);
    expect(attachment).toEqual({
      name: 'your-message.txt',
      mediaType: 'text/plain; charset=utf-8',
      size: Buffer.byteLength(filed),
      sha256: sha256Hex(filed),
    });
    const { rows } = await stack.db.query('select content_sealed from attachment where run_id = $1', [runId]);
    expect(rows).toHaveLength(1);
    expect(rows[0].content_sealed.toString('latin1')).not.toContain(enquiry.from);
    await people.decide(task, 'lee', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    const expected = { filename: 'your-message.txt', mimeType: 'text/plain', disposition: 'attachment' };
    expect(await filesSentTo(enquiry.from)).toEqual([[{ ...expected, text: filed, sha256: attachment.sha256 }]]);
  });

  test('keeps it where the text is changed, and where it is drafted anew', async () => {
    const { enquiry, runId, task, filed } = await complaint();
    await people.decide(task, 'lee', { decision: 'reject', comment: 'Too cold' });
    const again = await people.task(runId);
    await people.decide(again, 'lee', { decision: 'edit', content: { text: 'We are sorry.' } });
    expect(await people.outcome(runId)).toBe('answered-edited');
    expect(await filesSentTo(enquiry.from)).toMatchObject([[{ text: filed }]]);
    const { rows } = await stack.db.query('select sha256 from attachment where run_id = $1', [runId]);
    expect(rows).toEqual([{ sha256: sha256Hex(filed) }]);
  });

  test('never reaches Temporal as a file: the history names it by its hash alone', async () => {
    const { runId, task } = await complaint();
    await people.decide(task, 'lee', { decision: 'approve' });
    await people.outcome(runId);
    const { events = [] } = await stack.temporal.workflow.getHandle(runId).fetchHistory();
    const inputs = events?.flatMap((event) => event.activityTaskScheduledEventAttributes?.input?.payloads ?? []) ?? [];
    const sent = (await stack.dataConverter.payloadCodecs?.[0]?.decode(inputs)) ?? [];
    const texts = sent.map(({ data }) => Buffer.from(data ?? []).toString('utf8'));
    expect(texts.join('\n')).toContain(`"sha256":"${(await attachmentOf(task)).sha256}"`);
    expect(texts.join('\n')).not.toContain(`Date: ${receivedAt}`);
  });
});

/** What a history holds besides the turns of the workflow itself. */
async function eventsOf(runId: string): Promise<string[]> {
  const handle = stack.temporal.workflow.getHandle(runId);
  // On paper a run is over a moment before it is in Temporal.
  await handle.result();
  const { events } = await handle.fetchHistory();
  const types = (events ?? []).map(({ eventType }) => temporal.api.enums.v1.EventType[eventType ?? 0] ?? '');
  return types.filter((type) => !type.includes('WORKFLOW_TASK'));
}

describe.concurrent('other replies', () => {
  test('take nothing with them, and a file costs no event more', async () => {
    const enquiry = enquiriesBy(customers.withOneOrder()).support;
    const runId = await people.start('triage-enquiry', enquiry);
    const task = await people.task(runId);
    expect(await traces.action(task)).not.toHaveProperty('attachments');
    await people.decide(task, 'lee', { decision: 'approve' });
    await people.outcome(runId);
    expect(await filesSentTo(enquiry.from)).toEqual([[]]);
    const other = await complaint();
    await people.decide(other.task, 'lee', { decision: 'approve' });
    await people.outcome(other.runId);
    expect(await eventsOf(other.runId)).toEqual(await eventsOf(runId));
  });
});

describe.concurrent('a file that is not what was signed', () => {
  const ways = [
    {
      name: 'other bytes, sealed as the product would',
      change: async ({ runId }: ApprovalRow, sha256: string) => {
        const other = Buffer.from('Date: another\n');
        const sealed = await stack.foundation.seals.sealBytes(runId, other, attachmentPlace({ runId, sha256 }));
        await stack.db.query('update attachment set content_sealed = $2 where run_id = $1', [runId, sealed]);
      },
    },
    {
      name: 'bytes that nobody sealed',
      change: ({ runId }: ApprovalRow) =>
        stack.db.query("update attachment set content_sealed = 'x' where run_id = $1", [runId]),
    },
    {
      name: 'no bytes at all',
      change: ({ runId }: ApprovalRow) => stack.db.query('delete from attachment where run_id = $1', [runId]),
    },
  ];

  test.for(ways)('($name) does not leave: people are asked anew, with the right one', async ({ change }) => {
    const { enquiry, runId, task, filed } = await complaint();
    await change(task, (await attachmentOf(task)).sha256);
    await people.decide(task, 'lee', { decision: 'approve' });
    const again = await people.task(runId);
    expect(again).toMatchObject({ reasonCode: 'decision-void', point: 'complaint' });
    expect(await filesSentTo(enquiry.from)).toEqual([]);
    const [first] = await traces.approvals(runId);
    expect(first).toMatchObject({ id: task.id, state: 'void', voidCode: 'attachment-changed', decidedBy: 'lee' });
    expect(await traces.ledger(runId, 'decision-made')).toMatchObject([{ actor: 'lee' }]);
    expect(await traces.ledger(runId, 'decision-void')).toMatchObject([
      { body: { approval: task.id, code: 'attachment-changed' } },
    ]);
    const refused = await traces.ledger(runId, 'effect-refused');
    expect(refused).toMatchObject([{ body: { effect: 'sendOut', stage: 'approval' } }]);
    await people.decide(again, 'lee', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    expect(await filesSentTo(enquiry.from)).toMatchObject([[{ text: filed, sha256: sha256Hex(filed) }]]);
  });
});

describe('a file on a message that did not leave at once', () => {
  test('exchanged between the decision and a later attempt, it does not leave', async () => {
    const { enquiry, runId, task, filed } = await complaint();
    await faults.mailbox('temporary-failure');
    await people.decide(task, 'lee', { decision: 'approve' });
    await traces.putOff(runId);
    await stack.db.query('delete from attachment where run_id = $1', [runId]);
    await faults.mailbox('none');
    const again = await people.task(runId, 'complaint');
    expect(again.reasonCode).toBe('decision-void');
    expect(await filesSentTo(enquiry.from)).toEqual([]);
    await people.decide(again, 'lee', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    expect(await filesSentTo(enquiry.from)).toMatchObject([[{ text: filed }]]);
  });

  test('stands in the task about a message that may have left, and leaves again with it', async () => {
    const { enquiry, runId, task, filed } = await complaint();
    await faults.mailbox('drop-after-data');
    await people.decide(task, 'lee', { decision: 'approve' });
    const held = await people.task(runId, 'unconfirmed');
    await faults.mailbox('none');
    expect(await attachmentOf(held)).toEqual(await attachmentOf(task));
    await people.decide(held, 'lee', { decision: 'approve' });
    expect(await people.outcome(runId)).toBe('answered');
    expect(await filesSentTo(enquiry.from)).toMatchObject([[{ text: filed }], [{ text: filed }]]);
  });
});
