import { afterAll, beforeAll, expect, test } from 'vitest';
import { createGuard, type GuardedEffect } from '#governance/guard/index.ts';
import { createStages } from '#governance/guard/stages.ts';
import { noticeEffect } from '#governance/outbox/queued-notice.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { peopleOf } from '#test/stack/people.ts';
import { switchesOf } from '#test/stack/switches.ts';
import { tracesOf } from '#test/stack/traces.ts';

let stack: Stack;

beforeAll(async () => {
  stack = await openStack();
});
afterAll(() => stack.close());

/** A message of the run to colleagues, as the guard is asked about it. */
async function messageOf(runId: string, item: string): Promise<GuardedEffect> {
  const { process, execution } = await tracesOf(stack).run(runId);
  const row = { id: item, runId, stepKey: item, stepName: 'tell', item, digest: item };
  const queued = { ...row, contentSealed: new Uint8Array(), attempts: 0, told: [], process, execution, undoing: false };
  return noticeEffect('smtp', queued);
}

test('of two effects of one run, one of which touches what is switched off, the other alone happens', async () => {
  const { database, foundation } = stack;
  const { ledger, policy, registrySource: registry } = foundation;
  const guard = createGuard({ database, ledger, admit: createStages({ policy, registry }) });
  const people = await peopleOf(stack);
  const runId = await people.start('answer-order-status', { ...enquiryAbout('order-status', 'PT01') });
  const off = { kind: 'connector', name: 'postgres-crm' } as const;
  const switchId = await switchesOf(stack).pull(off);
  const acts = [
    { effect: { ...(await messageOf(runId, 'stopped')), reaches: [off] } },
    { effect: await messageOf(runId, 'free') },
  ];
  const performed: string[] = [];
  const stopped = await guard.performTogether(acts, async (intended) => {
    performed.push(...intended.map(({ effect }) => effect.step.address.item));
    return { facts: intended.map(() => ({ verdict: 'done', result: 'sent', record: {} })), writes: [] };
  });
  expect(performed).toEqual(['free']);
  expect(stopped).toMatchObject([{ act: acts[0], why: { stage: 'kill-switch', switches: [switchId] } }]);
  const intended = await tracesOf(stack).ledger(runId, 'effect-intended');
  expect(intended.map(({ body }) => body.step)).toEqual([`${runId}/tell/0/free`]);
});
