import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createGuard } from '#governance/guard/index.ts';
import { createStages } from '#governance/guard/stages.ts';
import { createNotice } from '#governance/outbox/notices.ts';
import { createSendNotices } from '#governance/outbox/send-notices.ts';
import { createLog } from '#platform/log/index.ts';
import { openTask } from '#test/doors/open-task.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { type Faults, faultsOf } from '#test/stack/faults.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { composeWorld } from '#worker/compose-world.ts';

let stack: Stack;
let people: People;
let faults: Faults;
let sendNotices: () => Promise<boolean>;
const Mails = z.array(
  z.object({ to: z.array(z.string()), subject: z.string(), text: z.string(), messageId: z.string() }),
);
const from = 'service@alderfinch.example';

beforeAll(async () => {
  stack = await openStack();
  people = await peopleOf(stack);
  faults = faultsOf(stack);
  const { database, foundation, config, lifecycle } = stack;
  const { ledger, policy, registrySource: registry, seals } = foundation;
  const guard = createGuard({ database, ledger, admit: createStages({ policy, registry }) });
  const { mail } = composeWorld(config, lifecycle);
  const log = createLog({ name: 'notices', level: 'silent' });
  sendNotices = createSendNotices({ database, guard, seals, mail, log, from, connector: 'smtp' });
});

afterEach(() => faults.mailbox('none'));

afterAll(() => stack.close());

async function waiting(token: string, startedBy = 'sam') {
  const { seals, registry } = stack.foundation;
  const runId = await people.start('answer-order-status', { ...enquiryAbout('order-status', token) }, startedBy);
  const notice = createNotice({ seals, from, people: registry.people });
  return { runId, task: await openTask(stack, { runId, notice }) };
}

async function mailsAbout(taskId: string) {
  const answer = await fetch(`${stack.mailboxUrl}/messages`);
  return Mails.parse(await answer.json()).filter(({ text }) => text.includes(taskId));
}

async function stateOf(runId: string): Promise<string | undefined> {
  const { rows } = await stack.db.query(
    "select state from outbox_message where run_id = $1 and message_class = 'notice'",
    [runId],
  );
  return rows[0]?.state;
}

async function entries(runId: string, kind: string): Promise<unknown[]> {
  const query = 'select body from ledger where run_id = $1 and kind = $2 order by id';
  const { rows } = await stack.db.query(query, [runId, kind]);
  return rows.map(({ body }) => ({ body: JSON.parse(body) }));
}

describe('people are told that tasks wait', () => {
  test('those who wait for several tasks at once get one e-mail that names them all', async () => {
    const tasks = [await waiting('NO01'), await waiting('NO02'), await waiting('NO03')];
    expect(await sendNotices()).toBe(false);
    const [mail, ...more] = await mailsAbout(tasks[0]?.task.id ?? '');
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('3 tasks wait');
    for (const { runId, task } of tasks) {
      expect(mail?.text).toContain(task.id);
      expect(await stateOf(runId)).toBe('sent');
      expect(await entries(runId, 'effect-intended')).toHaveLength(1);
      expect(await entries(runId, 'effect-done')).toMatchObject([{ body: { record: { messageId: mail?.messageId } } }]);
    }
  });

  test('a task that not all of them may decide goes to the others in an e-mail of its own', async () => {
    const [one, other] = [await waiting('NO11'), await waiting('NO12', 'lee')];
    await sendNotices();
    const [mail] = await mailsAbout(one.task.id);
    const [second] = await mailsAbout(other.task.id);
    expect(mail?.text).not.toContain(other.task.id);
    expect(second?.to).toEqual(mail?.to.filter((address) => !address.startsWith('lee')));
  });

  test('the task of a run that was cancelled meanwhile is left out, and the refusal written down', async () => {
    const [stands, fell] = [await waiting('NO21'), await waiting('NO22')];
    await stack.db.query('update run set cancel_requested_at = now() where id = $1', [fell.runId]);
    await sendNotices();
    expect(await mailsAbout(stands.task.id)).toHaveLength(1);
    expect(await mailsAbout(fell.task.id)).toEqual([]);
    expect(await stateOf(fell.runId)).toBe('withdrawn');
    expect(await entries(fell.runId, 'effect-refused')).toMatchObject([{ body: { stage: 'standing' } }]);
  });

  test('what a mail server refuses for now stays queued, each with its attempt written down', async () => {
    const tasks = [await waiting('NO31'), await waiting('NO32')];
    await faults.mailbox('temporary-failure');
    await sendNotices();
    for (const { runId, task } of tasks) {
      expect(await mailsAbout(task.id)).toEqual([]);
      expect(await stateOf(runId)).toBe('queued');
      expect(await entries(runId, 'effect-failed')).toHaveLength(1);
    }
  });
});
