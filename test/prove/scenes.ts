import { everything } from '#contracts/switch.ts';
import { actionPlace, attachmentPlace, decidedActionPlace } from '#governance/runs/places.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { eventually } from '#test/stack/eventually.ts';
import { faultsOf } from '#test/stack/faults.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import { definePausePoint } from '#test/stack/pause-points.ts';
import type { People } from '#test/stack/people.ts';
import type { Program } from '#test/stack/spawn-program.ts';
import { switchesOf } from '#test/stack/switches.ts';
import { changedAfterDecision } from './approval-rounds/mischief.ts';
import { prepareTampering } from './approval-rounds/tampering.ts';
import { createWitness } from './approval-rounds/witness.ts';
import { createRandom } from './random.ts';

export interface Stage {
  stack: Stack;
  people: People;
  startWorker(): Promise<{ stop(): Promise<unknown> }>;
  /** A worker that is going to be killed, hence a process of its own. */
  startDoomed(): Promise<Pick<Program, 'kill'>>;
}

/** A situation that a sound worker masters. */
export type Scene = (stage: Stage) => Promise<void>;

/** On paper first, and a moment later in Temporal: a worker that is stopped in between leaves it at that. */
async function runOver({ stack, people }: Pick<Stage, 'stack' | 'people'>, runId: string): Promise<void> {
  await people.outcome(runId);
  await stack.temporal.workflow
    .getHandle(runId)
    .result()
    .catch(() => undefined);
}

/** The worker dies while the mail server has a message and has not answered. */
export const diesWhileHandingOver: Scene = async ({ stack, people, startWorker, startDoomed }) => {
  const faults = faultsOf(stack);
  const worker = await startDoomed();
  const runId = await people.start('triage-enquiry', { ...enquiryAbout('support', 'SC01') });
  const task = await people.task(runId);
  await eventually('the notice to be sent', () =>
    stack.database.direct.outboxMessage.findFirst({ where: { runId, messageClass: 'notice', state: 'sent' } }),
  );
  await faults.mailbox('hold-after-data');
  await people.decide(task, 'ada', { decision: 'approve' });
  await eventually('the message to be handed over', async () =>
    (await people.messages()).some((message) => message.headers['x-baton-run'] === runId),
  );
  await worker.kill();
  await faults.mailbox('none');
  const again = await startWorker();
  const held = () =>
    stack.database.direct.approval.findFirst({ where: { runId, point: 'unconfirmed', state: 'open' } });
  const over = () => stack.database.direct.run.findFirst({ where: { id: runId, status: 'closed' } });
  await eventually('the run to be held or over', async () => (await held()) ?? (await over()));
  await again.stop();
};

/** Somebody with the keys and the database changes the text after it was approved. */
export const textChangedAfterDecision: Scene = async ({ stack, people, startWorker }) => {
  const { database, foundation } = stack;
  const worker = await startWorker();
  const runId = await people.start('triage-enquiry', { ...enquiryAbout('support', 'SC02') });
  const task = await people.task(runId);
  await worker.stop();
  await people.decide(task, 'ada', { decision: 'edit', content: { text: 'What Ada approved.' } });
  const shown = (await foundation.seals.read(task.actionSealed, actionPlace(task.id))) as object;
  const other = await foundation.seals.seal(
    runId,
    { ...shown, text: 'What nobody approved.' },
    decidedActionPlace(task.id),
  );
  await database.direct.approval.update({ where: { id: task.id }, data: { decidedActionSealed: other } });
  const again = await startWorker();
  await rejectIfAskedAgain({ stack, people }, runId);
  await again.stop();
};

/** Somebody with the keys and the database exchanges a file after the message that takes it along was approved. */
export const fileChangedAfterDecision: Scene = async ({ stack, people, startWorker }) => {
  const { database, foundation } = stack;
  const worker = await startWorker();
  const runId = await people.start('triage-enquiry', { ...enquiryAbout('complaint', 'SC06') });
  const task = await people.task(runId);
  await worker.stop();
  await people.decide(task, 'lee', { decision: 'approve' });
  const { sha256 } = await database.direct.attachment.findFirstOrThrow({ where: { runId } });
  const place = attachmentPlace({ runId, sha256 });
  const contentSealed = await foundation.seals.sealBytes(runId, Buffer.from('What nobody approved.'), place);
  await database.direct.attachment.updateMany({ where: { runId }, data: { contentSealed } });
  const again = await startWorker();
  await rejectIfAskedAgain({ stack, people }, runId);
  await again.stop();
};

async function rejectIfAskedAgain({ stack, people }: Pick<Stage, 'stack' | 'people'>, runId: string): Promise<void> {
  const { approval, run } = stack.database.direct;
  const open = () => approval.findFirst({ where: { runId, state: 'open' } });
  const over = () => run.findFirst({ where: { id: runId, status: 'closed' } });
  await eventually('people to be asked again, or the run to be over', async () => (await open()) ?? (await over()));
  const asked = await open();
  if (asked) await people.decide(asked, 'lee', { decision: 'reject' });
  await runOver({ stack, people }, runId);
}

/** Somebody with the database changes what is approved in the instant it is approved, as in the long campaign. */
export const taskChangedByDecision: Scene = async ({ stack, people, startWorker }) => {
  const worker = await startWorker();
  const tampering = await prepareTampering(stack);
  const random = createRandom(1);
  await changedAfterDecision({ stack, people, witness: createWitness(people), tampering, random, token: 'SC05' });
  await worker.stop();
};

/** An order to start is put off, and the order to cancel behind it is not; another run shows that the dispatcher came by. */
export const ordersQueueUp: Scene = async ({ stack, people, startWorker }) => {
  const runId = await people.start('triage-enquiry', { ...enquiryAbout('support', 'SC31') });
  await people.cancel(runId);
  const putOff = (until: Date) =>
    stack.database.direct.dispatch.updateMany({ where: { runId, kind: 'start' }, data: { nextAttemptAt: until } });
  await putOff(new Date(Date.now() + 3_600_000));
  const other = await people.start('triage-enquiry', { ...enquiryAbout('support', 'SC32') });
  const worker = await startWorker();
  await people.task(other);
  await putOff(new Date());
  await runOver({ stack, people }, runId);
  await people.cancel(other);
  await runOver({ stack, people }, other);
  await worker.stop();
};

/** A run is started while everything is switched off. */
export const everythingSwitchedOff: Scene = async ({ stack, people, startWorker }) => {
  const switches = switchesOf(stack);
  const id = await switches.pull(everything);
  const worker = await startWorker();
  const runId = await people.start('triage-enquiry', { ...enquiryAbout('support', 'SC07') });
  await eventually('the run to wait, or to go on all the same', () =>
    stack.database.direct.ledgerEntry.findFirst({ where: { runId, kind: { in: ['run-paused', 'effect-done'] } } }),
  );
  await switches.lift(id);
  await people.decide(await people.task(runId), 'ada', { decision: 'reject' });
  await runOver({ stack, people }, runId);
  await worker.stop();
};

/** A run is cancelled while a model is being asked, and Temporal hears of it late. */
export const cancelledMeanwhile: Scene = async ({ stack, people, startWorker }) => {
  const faults = faultsOf(stack);
  const cancelling = await definePausePoint(stack.db, {
    table: 'dispatch',
    operation: 'update',
    when: "new.kind = 'cancel' and new.state = 'open'",
  });
  await faults.model({ mode: 'stall' });
  const worker = await startWorker();
  const runId = await people.start('triage-enquiry', { ...enquiryAbout('support', 'SC04') });
  await eventually('the model to be asked', async () => (await faults.calls('SC04')).length > 0);
  const late = await cancelling.hold();
  await people.cancel(runId);
  await faults.model({ mode: 'none' });
  const wentOn = () =>
    stack.db.query(
      "select 1 from ledger where run_id = $1 and (kind = 'effect-refused' or body like '%/logEnquiry/%')",
      [runId],
    );
  await eventually('the run to go on', async () => (await wentOn()).rowCount !== 0);
  await late.release();
  await runOver({ stack, people }, runId);
  await worker.stop();
};
