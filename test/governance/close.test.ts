import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CloseOrder, createCloseWithin } from '#governance/runs/close.ts';
import type { Transaction } from '#platform/database/client.ts';
import { findRun, lockRun } from '#store/runs.ts';
import { openTask } from '#test/doors/open-task.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { whileLocked } from '#test/stack/while-locked.ts';

let stack: Stack;
let people: People;

beforeAll(async () => {
  stack = await openStack();
  people = await peopleOf(stack);
});

afterAll(() => stack.close());

function close(runId: string, order: Partial<CloseOrder> = {}): Promise<boolean> {
  const closeWithin = createCloseWithin({ ledger: stack.foundation.ledger, connector: 'smtp' });
  return stack.database.transaction((tx) =>
    closeWithin(tx, { runId, outcome: 'failed', by: 'reconciler', temporalRunId: 'execution', ...order }),
  );
}

function aRun(token: string): Promise<string> {
  return people.start('answer-order-status', { ...enquiryAbout('order-status', token) });
}

function openTaskWithin(tx: Transaction, runId: string) {
  return openTask({ ...stack, database: { ...stack.database, direct: tx } }, { runId });
}

async function ledgerOf(runId: string): Promise<string[]> {
  const { rows } = await stack.db.query('select kind from ledger where run_id = $1 order by id', [runId]);
  return rows.map(({ kind }) => kind);
}

async function addMessage(runId: string, message: { state: string; messageClass: string }): Promise<void> {
  const { database, foundation } = stack;
  const name = `${runId}:${message.state}:${message.messageClass}`;
  const contentSealed = await foundation.seals.seal(runId, {}, name);
  const data = { id: name, runId, stepKey: name, stepName: 'send', item: '', messageId: name, digest: 'd' };
  await database.direct.outboxMessage.create({ data: { ...data, ...message, contentSealed } });
}

describe('the close of a run', () => {
  test('with nothing open writes the end and its entry, once', async () => {
    const runId = await aRun('CL01');
    expect(await close(runId, { outcome: 'answered' })).toBe(true);
    const row = await findRun(stack.database.direct, runId);
    expect(row).toMatchObject({ status: 'closed', outcome: 'answered', temporalRunId: 'execution', stuckSince: null });
    expect(row?.closedAt?.getTime()).toBeGreaterThan(Date.now() - 10_000);
    expect(await close(runId)).toBe(false);
    expect(await ledgerOf(runId)).toEqual(['run-accepted', 'run-closed']);
  });

  test('keeps the execution the run has where it names none', async () => {
    const runId = await aRun('CL02');
    await stack.database.direct.run.update({ where: { id: runId }, data: { temporalRunId: 'its own' } });
    const closeWithin = createCloseWithin({ ledger: stack.foundation.ledger, connector: 'smtp' });
    await stack.database.transaction((tx) => closeWithin(tx, { runId, outcome: 'failed', by: 'process' }));
    expect((await findRun(stack.database.direct, runId))?.temporalRunId).toBe('its own');
  });

  test('is refused to an execution that does not have the run any more', async () => {
    const runId = await aRun('CL03');
    expect(await close(runId, { execution: 2 })).toBe(false);
    expect((await findRun(stack.database.direct, runId))?.status).toBe('accepted');
  });

  test('withdraws the task that was opened while it waited, and says so before it says that the run is closed', async () => {
    const runId = await aRun('CL04');
    const result = await whileLocked(
      stack,
      { first: (tx) => lockRun(tx, { id: runId, mode: 'share' }), last: (tx) => openTaskWithin(tx, runId) },
      () => close(runId),
    );
    expect(result).toEqual({ status: 'fulfilled', value: true });
    const tasks = await stack.database.direct.approval.findMany({ where: { runId } });
    expect(tasks.map(({ state }) => state)).toEqual(['withdrawn']);
    expect(await ledgerOf(runId)).toEqual(['run-accepted', 'approval-opened', 'approval-closed', 'run-closed']);
  });

  test('withdraws what is queued, doubts the reply that is leaving, and leaves a notice to its sender', async () => {
    const runId = await aRun('CL05');
    const messages = [
      { state: 'queued', messageClass: 'notice' },
      { state: 'sending', messageClass: 'notice' },
      { state: 'sending', messageClass: 'reply' },
    ];
    for (const message of messages) await addMessage(runId, message);
    expect(await close(runId)).toBe(true);
    const rows = await stack.database.direct.outboxMessage.findMany({ where: { runId }, orderBy: { id: 'asc' } });
    expect(rows.map(({ state }) => state)).toEqual(['withdrawn', 'sending', 'unconfirmed']);
    expect(await ledgerOf(runId)).toEqual(['run-accepted', 'message-withdrawn', 'effect-unknown', 'run-closed']);
  });
});
