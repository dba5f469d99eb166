import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { newId } from '#contracts/ids.ts';
import { composeActs } from '#governance/approvals/compose-acts.ts';
import { createMakeLinks } from '#governance/approvals/links-make.ts';
import { createMayDecide } from '#governance/approvals/may-decide.ts';
import { termsOf } from '#governance/approvals/terms.ts';
import { createGuard } from '#governance/guard/index.ts';
import { createStages } from '#governance/guard/stages.ts';
import { createNotice } from '#governance/outbox/notices.ts';
import { createSendNotices } from '#governance/outbox/send-notices.ts';
import { createRegistrySource, loadRegistry, type RegistrySource } from '#governance/registry/index.ts';
import { openEgress } from '#platform/egress/open-egress.ts';
import { createLog } from '#platform/log/index.ts';
import { findApproval } from '#store/approvals.ts';
import { readFigures } from '#store/health.ts';
import { claimNotices, endNotices } from '#store/notices.ts';
import { lockRun } from '#store/runs.ts';
import { writeTogether } from '#store/write-together.ts';
import { openTask, type TaskOptions } from '#test/doors/open-task.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { eventually } from '#test/stack/eventually.ts';
import { type Faults, faultsOf } from '#test/stack/faults.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { copyRegistry } from '#test/stack/registry-copy.ts';
import { whileLocked } from '#test/stack/while-locked.ts';
import { composeWorld } from '#worker/compose-world.ts';

let stack: Stack;
let people: People;
let faults: Faults;
let sendNotices: () => Promise<boolean>;
/** The same, by programs that were started with another registry. */
let sendNoticesBy: (registry: RegistrySource) => () => Promise<boolean>;
/** Addresses the mail server refuses for now. */
const refusing = new Set<string>();
const Mails = z.array(
  z.object({ to: z.array(z.string()), subject: z.string(), text: z.string(), messageId: z.string() }),
);
const from = 'service@alderfinch.example';
/** A time is rounded up in half of all instants: of so many, in some. */
const instants = 20;
const onlyLee = { stages: [{ name: 'review', quorum: 1, ask: { people: ['lee'] } }] };

beforeAll(async () => {
  stack = await openStack({
    registry: [{ file: 'processes/answer-order-status.yaml', path: ['approvals', 'complaint'], value: onlyLee }],
  });
  people = await peopleOf(stack);
  faults = faultsOf(stack);
  const { database, foundation, config, lifecycle } = stack;
  const { ledger, policy, registrySource: registry, seals } = foundation;
  const egress = openEgress({ registry: foundation.registry, config, lifecycle });
  const { mail } = composeWorld({ config, registry: foundation.registry, egress, lifecycle });
  const log = createLog({ name: 'notices', level: 'silent' });
  const publicUrl = 'https://baton.example';
  const makeLinks = createMakeLinks({ database, seals, publicUrl });
  const busy = { kind: 'refused-for-now', reason: '450', words: '450 mailbox busy' } as const;
  const handOver: typeof mail.handOver = async (letter) =>
    letter.to.some((address) => refusing.has(address)) ? busy : mail.handOver(letter);
  const rights = createMayDecide(policy);
  const parts = { database, ledger, rights, seals, makeLinks, mail: { handOver }, log };
  const said = { from, publicUrl, connector: 'smtp' };
  sendNoticesBy = (source) => {
    const guard = createGuard({ database, ledger, admit: createStages({ policy, registry: source }) });
    return createSendNotices({ ...parts, ...said, guard, people: () => registry.current().people() });
  };
  sendNotices = sendNoticesBy(registry);
});

afterEach(() => faults.mailbox('none'));

afterAll(() => stack.close());

async function waiting(token: string, startedBy = 'sam', more: Partial<TaskOptions> = {}) {
  const { seals, registry } = stack.foundation;
  const runId = await people.start('answer-order-status', { ...enquiryAbout('order-status', token) }, startedBy);
  const notice = createNotice({ seals, from, people: registry.people });
  return { runId, task: await openTask(stack, { runId, notice, ...more }) };
}

/** Lets one act for another from a moment ago. */
async function delegate(from: string, to: string): Promise<void> {
  const by = stack.foundation.registry.person(from);
  if (!by) throw new Error(`the registry knows no ${from}`);
  const now = Date.now();
  const times = { starts: new Date(now - 1_000), ends: new Date(now + 60_000) };
  await composeActs(stack).delegations.make({ by, from, to, ...times });
}

async function mailsAbout(taskId: string) {
  const answer = await fetch(`${stack.mailboxUrl}/messages`);
  return Mails.parse(await answer.json()).filter(({ text }) => text.includes(taskId));
}

/** What became of the notices of a run, and who has them. */
async function noticesOf(runId: string): Promise<{ state: string; told: string[] }[]> {
  const { rows } = await stack.db.query(
    "select state, told from outbox_message where run_id = $1 and message_class = 'notice'",
    [runId],
  );
  return rows;
}

const addressesOf = (mails: z.infer<typeof Mails>) => mails.flatMap(({ to }) => to).toSorted();
const everybody = ['ada', 'bob', 'lee'].map((name) => `${name}@alderfinch.example`);

async function entries(runId: string, kind: string): Promise<unknown[]> {
  const query = 'select body from ledger where run_id = $1 and kind = $2 order by id';
  const { rows } = await stack.db.query(query, [runId, kind]);
  return rows.map(({ body }) => ({ body: JSON.parse(body) }));
}

describe('people are told that tasks wait', () => {
  test('each in one e-mail of their own that names all tasks that wait for them', async () => {
    const tasks = [await waiting('NO01'), await waiting('NO02'), await waiting('NO03')];
    expect(await sendNotices()).toBe(false);
    const mails = await mailsAbout(tasks[0]?.task.id ?? '');
    expect(addressesOf(mails)).toEqual(everybody);
    for (const mail of mails) {
      expect(mail.subject).toBe('3 tasks wait');
      expect(mail.text).toContain('Why a person is asked: Every reply is looked at by a person');
      for (const { task } of tasks)
        expect(mail.text).toContain(`or signed in to the console: https://baton.example/approvals/${task.id}`);
    }
    for (const { runId } of tasks) {
      expect(await noticesOf(runId)).toEqual([{ state: 'sent', told: ['ada', 'bob', 'lee'] }]);
      expect(await entries(runId, 'effect-intended')).toHaveLength(1);
      const told = Object.fromEntries(mails.map(({ to: [address], messageId }) => [address?.split('@')[0], messageId]));
      expect(await entries(runId, 'effect-done')).toMatchObject([{ body: { record: { told } } }]);
    }
  });

  test('of the tasks that nothing keeps, while a run is held by somebody whose machine stands still', async () => {
    const [held, free] = [await waiting('NOH1'), await waiting('NOH2')];
    const sent = await whileLocked(
      stack,
      {
        first: (tx) => lockRun(tx, { id: held.runId, mode: 'update' }),
        last: () => eventually('the others to be told', async () => (await mailsAbout(free.task.id)).length === 3),
      },
      sendNotices,
    );
    expect(sent.status).toBe('fulfilled');
    expect(await mailsAbout(held.task.id)).toEqual([]);
    await sendNotices();
    expect(addressesOf(await mailsAbout(held.task.id))).toEqual(everybody);
  });

  test('with a link and a code for each task and person, of which only hashes are kept', async () => {
    const tasks = [await waiting('NO05'), await waiting('NO06')];
    await sendNotices();
    const mails = await mailsAbout(tasks[0]?.task.id ?? '');
    const tokens = mails.flatMap(({ text }) => [...text.matchAll(/approve\/([\w-]{43})$/gm)].map(([, token]) => token));
    const codes = mails.flatMap(({ text }) => [...text.matchAll(/^with the code (\d{6})$/gm)].map(([, code]) => code));
    expect(new Set(tokens).size).toBe(6);
    expect(codes).toHaveLength(6);
    const ids = tasks.map(({ task }) => task.id);
    const { rows } = await stack.db.query('select * from approval_link where approval_id = any($1)', [ids]);
    expect(rows.map(({ person }) => person).toSorted()).toEqual(['ada', 'ada', 'bob', 'bob', 'lee', 'lee']);
    for (const row of rows) {
      expect(tokens).not.toContain(row.token_hash);
      expect(codes).not.toContain(row.code_hash);
    }
    const kept = await stack.db.query('select body from ledger');
    const queued = await stack.db.query('select row_to_json(outbox_message)::text as text from outbox_message');
    const everything = JSON.stringify([rows, kept.rows, queued.rows]);
    for (const token of tokens) expect(everything).not.toContain(token);
  });

  test('with new links where a notice is sent again', async () => {
    const { task } = await waiting('NO07');
    await faults.mailbox('temporary-failure');
    await sendNotices();
    await faults.mailbox('none');
    await stack.db.query("update outbox_message set next_attempt_at = queued_at where state = 'queued'");
    await sendNotices();
    const { rows } = await stack.db.query('select person from approval_link where approval_id = $1', [task.id]);
    expect(rows).toHaveLength(6);
    expect(addressesOf(await mailsAbout(task.id))).toEqual(everybody);
  });

  test('of a task that they may not decide, nobody', async () => {
    const [one, other] = [await waiting('NO11'), await waiting('NO12', 'lee')];
    await sendNotices();
    const both = await mailsAbout(one.task.id);
    expect(addressesOf(both)).toEqual(everybody);
    expect(addressesOf(both.filter(({ text }) => text.includes(other.task.id)))).toEqual(everybody.slice(0, 2));
    expect(addressesOf(await mailsAbout(other.task.id))).toEqual(everybody.slice(0, 2));
  });

  test('beyond their authority for its amount, or of another currency, neither they nor who acts for them', async () => {
    const total = (amount: number, currency: string) => ({
      facts: { amount, currency, orderStatus: 'shipped' as const },
    });
    const tasks = [
      await waiting('NO13', 'sam', total(80_000, 'EUR')),
      await waiting('NO14', 'sam', total(150_000, 'EUR')),
      await waiting('NO15', 'sam', total(80_000, 'CHF')),
      await waiting('NO16', 'sam', total(70_000, 'GBP')),
    ];
    await sendNotices();
    const told = await Promise.all(
      tasks.map(async ({ runId }) => (await noticesOf(runId)).map((notice) => notice.told.toSorted())),
    );
    expect(told).toEqual([[['ada', 'lee']], [['lee']], [['lee', 'oz']], [['ada', 'bob', 'lee']]]);
  });

  test('made from an answer that they handed in, nobody who did that', async () => {
    const runId = await people.start('answer-order-status', { ...enquiryAbout('order-status', 'NO17') });
    const { seals, registry } = stack.foundation;
    const question = { runId, askedOf: 'customer', state: 'answered', openedAt: new Date(), handedInBy: 'bob' };
    const ids = { id: newId('question'), approvalId: newId('approval'), messageId: runId };
    await stack.database.direct.question.create({ data: { ...question, ...ids } });
    const notice = createNotice({ seals, from, people: registry.people });
    await openTask(stack, { runId, notice, exchanges: [] });
    await sendNotices();
    expect(await noticesOf(runId)).toEqual([{ state: 'sent', told: ['ada', 'lee'] }]);
  });

  test('that nobody may agree to, those who may manage it, without a link; and the ledger and the figures say so', async () => {
    const facts = { amount: 150_000, currency: 'EUR', orderStatus: 'shipped' } as const;
    const { runId, task } = await waiting('NO18', 'lee', { facts });
    const before = (await readFigures(stack.database.direct)).strandedApprovals;
    await sendNotices();
    expect(await noticesOf(runId)).toEqual([{ state: 'sent', told: ['lee', 'oz'] }]);
    const mails = await mailsAbout(task.id);
    expect(addressesOf(mails)).toEqual(['lee@alderfinch.example', 'oz@alderfinch.example']);
    for (const { subject, text } of mails) {
      expect(subject).toBe('Nobody who is asked may agree: A task waits: reply in answer-order-status');
      expect(text).not.toContain('/approve/');
    }
    expect(await entries(runId, 'approval-stranded')).toEqual([{ body: { approval: task.id, told: ['lee', 'oz'] } }]);
    expect((await readFigures(stack.database.direct)).strandedApprovals).toBe(before + 1);
    await stack.db.query("update approval set state = 'withdrawn' where id = $1", [task.id]);
    expect((await readFigures(stack.database.direct)).strandedApprovals).toBe(before);
  });

  test('that nobody was left to be asked about is told of all the same, and counted until somebody is', async () => {
    const { runId, task } = await waiting('NO19', 'lee', { point: 'complaint' });
    const stranded = async () => (await readFigures(stack.database.direct)).strandedApprovals;
    const before = await stranded();
    await sendNotices();
    expect(await entries(runId, 'approval-stranded')).toHaveLength(1);
    expect(await stranded()).toBe(before + 1);
    await stack.db.query("update approval set started_by = 'sam' where id = $1", [task.id]);
    const { seals, registry } = stack.foundation;
    const remind = createNotice({ seals, from, people: registry.people });
    const row = await findApproval(stack.database.direct, task.id);
    if (!row) throw new Error('the task is gone');
    const told = await remind({ ...row, terms: termsOf(row) }, { kind: 'remind', step: 1 });
    await writeTogether(stack.database.direct, { writes: [told] });
    await sendNotices();
    expect(await stranded()).toBe(before);
    expect(await entries(runId, 'approval-stranded')).toHaveLength(1);
  });

  test('at once, in the very instant in which the notice is queued, however its time is rounded', async () => {
    const { seals, registry } = stack.foundation;
    const { task } = await waiting('NO20');
    await sendNotices();
    const notice = createNotice({ seals, from, people: registry.people });
    for (let step = 1; step <= instants; step += 1) {
      const write = await notice({ ...task, terms: termsOf(task) }, { kind: 'remind', step });
      await stack.database.transaction(async (tx) => {
        await writeTogether(tx, { writes: [write] });
        const claimed = await claimNotices(tx, { connector: 'smtp', limit: 1, leaseMs: 60_000 });
        expect(claimed).toMatchObject([{ item: `${task.id}.step-${step}` }]);
        await writeTogether(tx, { writes: [endNotices(claimed.map(({ id }) => ({ id, state: 'withdrawn' })))] });
      });
    }
  });

  test('the task of a run that was cancelled meanwhile is left out, and the refusal written down', async () => {
    const [stands, fell] = [await waiting('NO21'), await waiting('NO22')];
    await stack.db.query('update run set cancel_requested_at = now() where id = $1', [fell.runId]);
    await sendNotices();
    expect(await mailsAbout(stands.task.id)).toHaveLength(3);
    expect(await mailsAbout(fell.task.id)).toEqual([]);
    expect(await noticesOf(fell.runId)).toEqual([{ state: 'withdrawn', told: [] }]);
    expect(await entries(fell.runId, 'effect-refused')).toMatchObject([{ body: { stage: 'standing' } }]);
  });

  test.each([
    ['the tool', 'tools/notify-staff.yaml'],
    ['the mail server', 'connectors/smtp.yaml'],
    ['what is kept of tasks', 'datasets/tasks.yaml'],
    ['what is kept of colleagues', 'datasets/staff-directory.yaml'],
  ])('once it is reviewed where the review of %s is overdue, and not before', async (_what, file) => {
    const { runId, task } = await waiting(`NO-${file}`);
    const folder = join(stack.config.home, file.replaceAll('/', '-'));
    mkdirSync(folder);
    const edits = [{ file, path: ['reviewBy'], value: '2026-01-31' }];
    const registry = loadRegistry(copyRegistry(folder, { edits }));
    await sendNoticesBy(createRegistrySource({ registry, available: new Set() }))();
    expect(await mailsAbout(task.id)).toEqual([]);
    expect(await noticesOf(runId)).toEqual([{ state: 'queued', told: [] }]);
    expect(await entries(runId, 'effect-refused')).toMatchObject([{ body: { stage: 'registry' } }]);
    await sendNotices();
    expect(await mailsAbout(task.id)).toEqual([]);
    await stack.db.query("update outbox_message set next_attempt_at = queued_at where state = 'queued'");
    await sendNotices();
    expect(await noticesOf(runId)).toEqual([{ state: 'sent', told: ['ada', 'bob', 'lee'] }]);
    expect(addressesOf(await mailsAbout(task.id))).toEqual(everybody);
  });

  test('what a mail server refuses for now stays queued, each with its attempt written down', async () => {
    const tasks = [await waiting('NO31'), await waiting('NO32')];
    await faults.mailbox('temporary-failure');
    await sendNotices();
    for (const { runId, task } of tasks) {
      expect(await mailsAbout(task.id)).toEqual([]);
      expect(await noticesOf(runId)).toEqual([{ state: 'queued', told: [] }]);
      expect(await entries(runId, 'effect-failed')).toHaveLength(1);
    }
  });

  test('whoever could not be reached is told later, and whoever was is not told again', async () => {
    const { runId, task } = await waiting('NO35');
    refusing.add('bob@alderfinch.example');
    await sendNotices();
    expect(await noticesOf(runId)).toEqual([{ state: 'queued', told: ['ada', 'lee'] }]);
    refusing.clear();
    await stack.db.query("update outbox_message set next_attempt_at = queued_at where state = 'queued'");
    await sendNotices();
    expect(await noticesOf(runId)).toEqual([{ state: 'sent', told: ['ada', 'lee', 'bob'] }]);
    expect(addressesOf(await mailsAbout(task.id))).toEqual(everybody);
  });

  test('whoever acts for somebody who is asked is told too, unless they may not decide on it', async () => {
    await delegate('ada', 'max');
    await delegate('bob', 'sam');
    const { runId } = await waiting('NO41');
    await sendNotices();
    expect(await noticesOf(runId)).toEqual([{ state: 'sent', told: ['ada', 'bob', 'lee', 'max'] }]);
  });
});
