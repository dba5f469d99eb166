import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#contracts/ids.ts';
import { everything, type SwitchTarget } from '#contracts/switch.ts';
import { createPauseStep } from '#governance/switches/pause-step.ts';
import { endPausesOf, putPause } from '#store/pauses.ts';
import { listSuspects } from '#store/stuck-runs.ts';
import { holdPulled, liftSwitch } from '#store/switches.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { eventually } from '#test/stack/eventually.ts';
import { type Faults, faultsOf } from '#test/stack/faults.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { playedByRehearsal } from '#test/stack/registry-copy.ts';
import { replayEveryRun } from '#test/stack/replay.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { type Switches, switchesOf } from '#test/stack/switches.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';
import { whileLocked } from '#test/stack/while-locked.ts';

let stack: Stack;
let people: People;
let traces: Traces;
let faults: Faults;
let switches: Switches;
const pulled: string[] = [];

/** Two models that answer here. */
const models = ['openai-gpt-5-5', 'openai-gpt-5-4-mini'] as const;

beforeAll(async () => {
  stack = await openStack({
    registry: models.flatMap((model) =>
      playedByRehearsal(model, { region: 'local', regionSource: 'the address it is reached at' }),
    ),
  });
  people = await peopleOf(stack);
  traces = tracesOf(stack);
  faults = faultsOf(stack);
  switches = switchesOf(stack);
  await runWorker(stack);
});

afterEach(async () => {
  for (const id of pulled.splice(0)) await switches.lift(id);
});

afterAll(async () => {
  await replayEveryRun(stack);
  await stack.close();
});

let token = 0;

async function start(topic: Parameters<typeof enquiryAbout>[0] = 'support') {
  token += 1;
  const enquiry = enquiryAbout(topic, `SW${token}X`);
  const process = topic === 'order-status' ? 'answer-order-status' : 'triage-enquiry';
  return { token: `SW${token}X`, enquiry, runId: await people.start(process, { ...enquiry }) };
}

async function pull(target: SwitchTarget): Promise<string> {
  const id = await switches.pull(target);
  pulled.push(id);
  return id;
}

async function lift(id: string): Promise<void> {
  pulled.splice(pulled.indexOf(id), 1);
  await switches.lift(id);
}

const sentTo = async (email: string) => (await people.messages()).filter(({ to }) => to.includes(email));
const smtp = { kind: 'connector', name: 'smtp' } as const;
const drafting = { kind: 'prompt-version', name: 'triage-enquiry/draft-reply@4' } as const;

describe('what is switched off', () => {
  test('stops a run before its next call, says why where the run is looked at, and lets it go on once it is lifted', async () => {
    const id = await pull({ kind: 'provider', name: 'rehearsal' });
    const run = await start();
    const pause = await switches.paused(run.runId, id);
    expect(await faults.calls(run.token)).toEqual([]);
    const paused = await traces.ledger(run.runId, 'run-paused');
    const why = 'the provider rehearsal is switched off';
    expect(paused).toMatchObject([{ body: { pause, step: `${run.runId}/classify/0/1`, switches: [id], why } }]);
    const details = await eventually('the details to say so', async () => {
      const { currentDetails } = await stack.temporal.workflow
        .getHandle(run.runId)
        .query<{ currentDetails: string }>('__temporal_workflow_metadata');
      return currentDetails.includes('Paused') && currentDetails;
    });
    expect(details).toContain(why);
    await lift(id);
    await people.task(run.runId);
    expect(await faults.calls(run.token)).toHaveLength(2);
    expect(await traces.ledger(run.runId, 'run-resumed')).toMatchObject([{ actor: 'oz', body: { pause, switch: id } }]);
    expect(await stack.database.direct.pause.count({ where: { runId: run.runId } })).toBe(0);
  });

  test('is not asked where another candidate may be', async () => {
    const id = await pull({ kind: 'model', name: models[0] });
    const run = await start();
    const task = await people.task(run.runId);
    expect(await stack.database.direct.pause.count()).toBe(0);
    const intended = await traces.ledger(run.runId, 'effect-intended');
    const asked = intended.filter(({ body }) => body.effect === 'callModel').map(({ body }) => body.asset);
    expect(new Set(asked)).toEqual(new Set([models[1]]));
    await lift(id);
    await people.decide(task, 'ada', { decision: 'approve' });
    expect(await people.outcome(run.runId)).toBe('answered');
  });

  test('holds an approved message back, which leaves once it is lifted, without asking again', async () => {
    const run = await start();
    const task = await people.task(run.runId);
    const id = await pull(smtp);
    await people.decide(task, 'ada', { decision: 'approve' });
    await switches.paused(run.runId, id);
    expect(await traces.replies(run.runId)).toEqual([]);
    expect(await sentTo(run.enquiry.from)).toEqual([]);
    await lift(id);
    expect(await people.outcome(run.runId)).toBe('answered');
    expect(await sentTo(run.enquiry.from)).toHaveLength(1);
    expect(await traces.approvals(run.runId)).toHaveLength(1);
  });

  test('keeps a run open that has only its entry in the CRM left to write', async () => {
    const run = await start();
    const task = await people.task(run.runId);
    const id = await pull({ kind: 'connector', name: 'postgres-crm' });
    await people.decide(task, 'ada', { decision: 'approve' });
    await switches.paused(run.runId, id);
    expect(await traces.replies(run.runId)).toMatchObject([{ state: 'sent' }]);
    expect((await traces.run(run.runId)).status).toBe('running');
    await lift(id);
    expect(await people.outcome(run.runId)).toBe('answered');
    const entries = await traces.interactions(run.runId);
    expect(entries.map(({ direction }) => direction)).toEqual(['inbound', 'outbound']);
  });

  test('stops a step that reads from it besides another system, before it reads', async () => {
    const id = await pull({ kind: 'connector', name: 'postgres-crm' });
    await stack.db.query('alter table crm_contact rename to crm_contact_away');
    const run = await start('order-status');
    await switches.paused(run.runId, id);
    await stack.db.query('alter table crm_contact_away rename to crm_contact');
    expect(await traces.steps(run.runId)).toEqual([]);
    await lift(id);
    await people.task(run.runId);
  });

  test('by two switches goes on once the second is lifted too', async () => {
    const [all, one] = [await pull(everything), await pull({ kind: 'process', name: 'triage-enquiry' })];
    const run = await start();
    await switches.paused(run.runId, all);
    await lift(all);
    const again = await eventually('the run to wait for the other alone', () =>
      stack.database.direct.pause.findFirst({ where: { runId: run.runId, switches: { equals: [one] } } }),
    );
    expect(again.stepKey).toBe(`${run.runId}/classify/0/1`);
    expect(await faults.calls(run.token)).toEqual([]);
    await lift(one);
    await people.task(run.runId);
  });

  test('lets tasks be decided on, and costs a step none of its attempts, however often it waits', async () => {
    const run = await start();
    const task = await people.task(run.runId);
    let id = await pull(drafting);
    await people.decide(task, 'ada', { decision: 'reject', comment: 'Say it more kindly' });
    await switches.paused(run.runId, id);
    const others: readonly SwitchTarget[] = [everything, { kind: 'process', name: 'triage-enquiry' }, everything];
    for (const target of others) {
      const next = await pull(target);
      await lift(id);
      await switches.paused(run.runId, next);
      id = next;
    }
    await lift(id);
    const again = await people.task(run.runId);
    expect(again.reasonCode).toBe('low-confidence');
  });

  test('lets a run be cancelled that waits for it, and nothing comes of the lift', async () => {
    const id = await pull(smtp);
    const run = await start();
    await people.decide(await people.task(run.runId), 'ada', { decision: 'approve' });
    await switches.paused(run.runId, id);
    await people.cancel(run.runId);
    expect(await people.outcome(run.runId)).toBe('cancelled');
    await lift(id);
    expect(await sentTo(run.enquiry.from)).toEqual([]);
    expect(await traces.ledger(run.runId, 'run-resumed')).toEqual([]);
    expect(await traces.ledger(run.runId, 'signal-ignored')).toEqual([]);
  });

  test('is nothing that makes a run look stuck, however long it waits', async () => {
    const id = await pull(drafting);
    const { runId } = await start();
    await switches.paused(runId, id);
    const isSuspect = async () => {
      const suspects = await listSuspects(stack.database.direct, { after: '', limit: 1_000 });
      return suspects.some((suspect) => suspect.id === runId);
    };
    const longAgo = "now() - interval '3 minutes'";
    await stack.db.query(`update run set created_at = ${longAgo} where id = $1`, [runId]);
    await stack.db.query(`update dispatch set finished_at = ${longAgo} where run_id = $1`, [runId]);
    await stack.db.query(`update step_result set finished_at = ${longAgo} where run_id = $1`, [runId]);
    expect(await isSuspect()).toBe(true);
    await stack.db.query(`update pause set since = ${longAgo} where run_id = $1`, [runId]);
    expect(await isSuspect()).toBe(false);
  });

  test('leaves notices in the queue, which leave once it is lifted', async () => {
    const id = await pull(smtp);
    const { runId } = await start();
    await people.task(runId);
    const other = await start();
    await people.task(other.runId);
    const states = async () => {
      const rows = await stack.database.direct.outboxMessage.findMany({
        where: { runId: { in: [runId, other.runId] } },
      });
      return rows.map(({ state }) => state);
    };
    expect(await states()).toEqual(['queued', 'queued']);
    expect(await traces.ledger(runId, 'effect-refused')).toEqual([]);
    await lift(id);
    await eventually('both notices to be sent', async () => (await states()).every((state) => state === 'sent'));
  });
});

describe('what happens at the same moment', () => {
  test('a message that waits for a connection as the connector is switched off waits on, and those that are leaving leave', async () => {
    const sideBySide = 5;
    const runs = await Promise.all(Array.from({ length: sideBySide + 2 }, () => start()));
    const tasks = await Promise.all(runs.map(({ runId }) => people.task(runId)));
    await everyNoticeSent();
    await faults.mailbox('hold-after-data');
    const before = (await people.messages()).length;
    const arrived = async () => (await people.messages()).length - before;
    for (const task of tasks) await people.decide(task, 'ada', { decision: 'approve' });
    await eventually('all connections to be taken', async () => (await arrived()) === sideBySide);
    const id = await pull(smtp);
    await faults.mailbox('none');
    const waiting = () => stack.database.direct.pause.count({ where: { switches: { has: id } } });
    await eventually('the others to wait', async () => (await waiting()) === 2);
    expect(await arrived()).toBe(sideBySide);
    await lift(id);
    for (const { runId } of runs) expect(await people.outcome(runId)).toBe('answered');
    expect(await arrived()).toBe(sideBySide + 2);
  });

  test('a step that is about to wait as the switch is lifted goes on instead', async () => {
    const id = await pull(drafting);
    pulled.splice(pulled.indexOf(id), 1);
    const { process, execution, id: runId } = await traces.run((await start()).runId);
    const pauseStep = createPauseStep({ database: stack.database, ledger: stack.foundation.ledger });
    const step = { run: { id: runId, process, execution }, address: { runId, name: 'other', round: 0, item: '1' } };
    const found = await whileLocked(
      stack,
      {
        first: (tx) => liftSwitch(tx, { id, by: 'oz', at: new Date(), reason: 'a test' }),
        last: (tx) => endPausesOf(tx, id),
      },
      () => pauseStep(step, { kind: 'blocked', stage: 'kill-switch', reason: 'a test', switches: [id] }),
    );
    expect(found).toEqual({ status: 'fulfilled', value: undefined });
    expect(await stack.database.direct.pause.count()).toBe(0);
  });

  test('a lift waits for a step that is noting that it waits, and tells it', async () => {
    const id = await pull(drafting);
    pulled.splice(pulled.indexOf(id), 1);
    const { execution, id: runId } = await traces.run((await start()).runId);
    const row = { id: newId('pause'), runId, stepKey: `${runId}/other/0/1`, execution, switches: [id] };
    const lifted = await whileLocked(
      stack,
      { first: (tx) => holdPulled(tx, [id]), last: (tx) => putPause(tx, row) },
      () => switches.lift(id),
    );
    expect(lifted).toMatchObject({ status: 'fulfilled' });
    const told = await stack.db.query("select payload from dispatch where run_id = $1 and kind = 'lifted'", [runId]);
    expect(told.rows.map(({ payload }) => payload.pauseId)).toContain(row.id);
  });

  test('two who pull the same have one switch', async () => {
    const [one, other] = await Promise.all([pull(smtp), pull(smtp)]);
    expect(one).toBe(other);
    pulled.pop();
  });

  function everyNoticeSent() {
    const left = { messageClass: 'notice', state: { in: ['queued', 'sending'] } };
    return eventually('every notice to be sent', async () => {
      return (await stack.database.direct.outboxMessage.count({ where: left })) === 0;
    });
  }
});

describe('a signal that says something was lifted', () => {
  test('from a stranger lets nothing happen, and is written down', async () => {
    const id = await pull(drafting);
    const run = await start();
    const pauseId = await switches.paused(run.runId, id);
    const handle = stack.temporal.workflow.getHandle(run.runId);
    await handle.signal('switchLifted', { pauseId: 'pau_of_somebody' });
    await handle.signal('switchLifted', { pauseId });
    await eventually('the step to be tried again in vain', async () => {
      const refused = await traces.ledger(run.runId, 'effect-refused');
      return refused.length > 2;
    });
    expect(await switches.paused(run.runId, id)).toBe(pauseId);
    await lift(id);
    await people.decide(await people.task(run.runId), 'ada', { decision: 'approve' });
    expect(await people.outcome(run.runId)).toBe('answered');
    const ignored = await traces.ledger(run.runId, 'signal-ignored');
    expect(ignored.map(({ body }) => body.named)).toEqual(['pau_of_somebody']);
  });
});

test('where nobody can say what is switched off, nothing leaves', async () => {
  await stack.db.query('alter table switch rename to switch_away');
  const run = await start();
  const attempts = async () => {
    const execution = await stack.temporal.workflow
      .getHandle(run.runId)
      .describe()
      .catch(() => undefined);
    return execution?.raw.pendingActivities?.[0]?.attempt ?? 0;
  };
  await eventually('several attempts in vain', async () => (await attempts()) >= 3);
  expect(await faults.calls(run.token)).toEqual([]);
  expect(await traces.ledger(run.runId, 'effect-intended')).toEqual([]);
  await stack.db.query('alter table switch_away rename to switch');
  await people.task(run.runId);
  expect(await faults.calls(run.token)).toHaveLength(2);
});
