import { setTimeout as pause } from 'node:timers/promises';
import { approvalDecided } from '#contracts/signals.ts';
import type { ApprovalRow } from '#store/approvals.ts';
import { enquiryAbout, type Topic } from '#test/stack/enquiries.ts';
import { eventually } from '#test/stack/eventually.ts';
import type { Round, RoundParts } from './round.ts';
import { mustBe } from './witness.ts';

interface Waiting {
  runId: string;
  task: ApprovalRow;
}

/** An enquiry whose answer waits for a person: support asks any approver, a complaint two of ada, bob and lee. */
export async function waiting({ people, token }: RoundParts, topic: Topic = 'support'): Promise<Waiting> {
  const runId = await people.start('triage-enquiry', { ...enquiryAbout(topic, token) });
  return { runId, task: await people.task(runId) };
}

export const oppositeDecisions: Round = async (parts) => {
  const { people, witness } = parts;
  const { runId, task } = await waiting(parts);
  await Promise.all([
    witness.decide(task, 'ada', { decision: 'approve' }),
    witness.decide(task, 'bob', { decision: 'reject' }),
  ]);
  await people.outcome(runId);
};

export const oppositeDecisionsInChild: Round = async (parts) => {
  const { people, witness } = parts;
  const { runId, task } = await waiting(parts, 'order-status');
  await Promise.all([
    witness.decide(task, 'ada', { decision: 'approve' }),
    witness.decide(task, 'bob', { decision: 'reject' }),
  ]);
  await people.outcome(runId);
};

export const editAgainstApprove: Round = async (parts) => {
  const { people, witness, token } = parts;
  const { runId, task } = await waiting(parts);
  await Promise.all([
    witness.decide(task, 'ada', { decision: 'edit', content: { text: `Edited by hand, ${token}` } }),
    witness.decide(task, 'bob', { decision: 'approve' }),
  ]);
  await people.outcome(runId);
};

/** A moment before the deadline, a moment after it, or in between. */
export const aroundDeadline: Round = async ({ people, witness, random, token }) => {
  const runId = await people.start('answer-order-status', { ...enquiryAbout('order-status', token) });
  const task = await people.task(runId);
  const deadline = (task.expiresAt ?? task.dueAt).getTime();
  await pause(Math.max(0, deadline + random.between(-25, 15) - Date.now()));
  await witness.decide(task, 'ada', { decision: 'approve' });
  await people.outcome(runId);
};

export const afterCancel: Round = async (parts) => {
  const { people, witness } = parts;
  const { runId, task } = await waiting(parts);
  await people.cancel(runId);
  mustBe(await witness.decide(task, 'ada', { decision: 'approve' }), 'refused');
  await people.outcome(runId);
};

/** The same click twice at once and once more later. */
export const twiceBySamePerson: Round = async (parts) => {
  const { people, witness } = parts;
  const { runId, task } = await waiting(parts);
  const approve = () => witness.decide(task, 'ada', { decision: 'approve' });
  for (const result of await Promise.all([approve(), approve()])) mustBe(result, 'taken');
  await people.outcome(runId);
  mustBe(await approve(), 'taken');
  mustBe(await witness.decide(task, 'ada', { decision: 'reject' }), 'refused');
};

export const threeForQuorumOfTwo: Round = async (parts) => {
  const { people, witness } = parts;
  const { runId, task } = await waiting(parts, 'complaint');
  const results = await Promise.all(
    ['ada', 'bob', 'lee'].map((name) => witness.decide(task, name, { decision: 'approve' })),
  );
  const taken = results.filter((result) => result === 'taken').length;
  if (taken !== 2) throw new Error(`${taken} of three counted towards a quorum of two`);
  await people.outcome(runId);
};

/** Whoever reaches Temporal can send a signal; it decides nothing, and the ledger has it. */
export const rawSignal: Round = async (parts) => {
  const { stack, people, witness } = parts;
  const { runId, task } = await waiting(parts);
  await stack.temporal.workflow.getHandle(runId).signal(approvalDecided, { approvalId: task.id });
  const ignored = { runId, kind: 'signal-ignored' };
  await eventually('the signal to be ignored', () => stack.database.direct.ledgerEntry.findFirst({ where: ignored }));
  mustBe(await witness.decide(task, 'ada', { decision: 'approve' }), 'taken');
  await people.outcome(runId);
};
