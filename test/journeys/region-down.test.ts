import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startRehearsalModel } from '#dev/rehearsal-model/index.ts';
import { listSuspects } from '#store/stuck-runs.ts';
import { callAs } from '#test/stack/call-api.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { eventually } from '#test/stack/eventually.ts';
import { type Faults, faultsOf } from '#test/stack/faults.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { noCharge, playedByRehearsal } from '#test/stack/registry-copy.ts';
import { replayEveryRun } from '#test/stack/replay.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { spawnApi } from '#test/stack/spawn-api.ts';
import { type Traces, tracesOf } from '#test/stack/traces.ts';

/** The first choice is in the US and answers; the only one that customers' letters may go to is in the EU. */
const [inUs, inEu] = ['openai-gpt-5-4-mini', 'openai-gpt-5-5'] as const;

let far: Awaited<ReturnType<typeof startRehearsalModel>>;
let stack: Stack;
let people: People;
let traces: Traces;
let faults: Faults;
let url: string;

beforeAll(async () => {
  far = await startRehearsalModel({ port: 0 });
  const egress = { scheme: 'http', host: '127.0.0.1', port: 'as-set', reach: 'loopback', methods: ['POST'] };
  stack = await openStack({
    registry: [
      { file: 'providers/openai.yaml', path: ['egress'], value: [{ ...egress, paths: ['/v1/chat/completions'] }] },
      ...['classify', 'draft'].map((profile) => {
        return { file: 'profiles.yaml', path: [profile, 'candidates'], value: [inUs, inEu] };
      }),
      { file: `models/${inUs}.yaml`, path: ['region'], value: 'us' },
      { file: `models/${inUs}.yaml`, path: ['regionSource'], value: 'this test' },
      { file: `models/${inUs}.yaml`, path: ['price'], value: noCharge },
      ...playedByRehearsal(inEu, { region: 'de', regionSource: 'this test' }),
    ],
    settings: () => ({ OPENAI_API_KEY: 'sk-of-a-test', OPENAI_BASE_URL: `http://127.0.0.1:${far.port}/v1` }),
  });
  stack.lifecycle.onClose('far model', () => far.close());
  people = await peopleOf(stack);
  traces = tracesOf(stack);
  faults = faultsOf(stack);
  await runWorker(stack);
  ({ url } = await spawnApi(stack));
});

afterEach(() => faults.model({ mode: 'none' }));

afterAll(async () => {
  await replayEveryRun(stack);
  await stack.close();
});

let token = 0;

async function start(): Promise<string> {
  token += 1;
  return people.start('triage-enquiry', { ...enquiryAbout('support', `RD${token}X`) });
}

/** Waits until the run waits for the model in the EU, and answers its pause. */
function waits(runId: string) {
  return eventually(`${runId} to wait`, () => stack.database.direct.pause.findFirst({ where: { runId } }));
}

const farCalls = () => faultsOf({ ...stack, modelUrl: `http://127.0.0.1:${far.port}` }).calls();

describe('where the only model is down that the data may go to', () => {
  test('runs wait and say why, nothing goes to the one that answers elsewhere, and they end by themselves once it is back', async () => {
    await faults.model({ mode: 'error', status: 503 });
    const runs = [await start(), await start(), await start()];
    const pauses = await Promise.all(runs.map(waits));
    for (const { models, switches } of pauses) expect({ models, switches }).toEqual({ models: [inEu], switches: [] });
    const [runId = ''] = runs;
    const why = `none of the models answers that the data may go to (${inEu}), and it may not go to ${inUs}`;
    expect(await traces.ledger(runId, 'run-paused')).toMatchObject([{ body: { models: [inEu], switches: [], why } }]);
    expect(await detailsOf(runId)).toContain(why);
    const detail = await callAs('sam', url).run(runId);
    expect(detail.pauses).toMatchObject([{ step: 'classify', models: [inEu], switches: [] }]);
    const said = detail.timeline.map(({ text }) => text);
    expect(said).toContain(`The run waits at this step, since ${why}.`);
    await triedAgainInVain(runs);
    expect(new Set((await Promise.all(runs.map(waits))).map(({ id }) => id))).toEqual(
      new Set(pauses.map(({ id }) => id)),
    );

    await faults.model({ mode: 'none' });
    // The run that tries may come to its end before anybody writes down that it goes on.
    await eventually('nobody to wait', async () => (await stack.database.direct.pause.count()) === 0, 20_000);
    for (const run of runs) await people.decide(await people.task(run), 'ada', { decision: 'approve' });
    for (const run of runs) expect(await people.outcome(run)).toBe('answered');
    expect(await farCalls()).toEqual([]);
    expect(await stack.database.direct.pause.count()).toBe(0);
    for (const run of runs) {
      expect(await traces.ledger(run, 'run-resumed')).toMatchObject([{ actor: 'region-watch' }]);
      expect(await traces.ledger(run, 'signal-ignored')).toEqual([]);
      await expectAskedInEuAlone(run);
    }
  });

  test('a run that waits is not stuck, and can be cancelled', async () => {
    await faults.model({ mode: 'error', status: 503 });
    const runId = await start();
    await waits(runId);
    const longAgo = "now() - interval '10 minutes'";
    await stack.db.query(`update run set created_at = ${longAgo} where id = $1`, [runId]);
    await stack.db.query(
      `update pause set since = ${longAgo}, next_try_at = now() + interval '1 minute' where run_id = $1`,
      [runId],
    );
    await stack.db.query(`update dispatch set finished_at = ${longAgo} where run_id = $1`, [runId]);
    await stack.db.query(`update step_result set finished_at = ${longAgo} where run_id = $1`, [runId]);
    expect(await listSuspects(stack.database.direct, { after: '', limit: 100 })).toEqual([]);
    await people.cancel(runId);
    expect(await people.outcome(runId)).toBe('cancelled');
    expect(await farCalls()).toEqual([]);
  });
});

async function detailsOf(runId: string): Promise<string> {
  const { currentDetails } = await stack.temporal.workflow
    .getHandle(runId)
    .query<{ currentDetails: string }>('__temporal_workflow_metadata');
  return currentDetails;
}

/** One of them tries again while the others wait on. */
function triedAgainInVain(runs: readonly string[]): Promise<unknown> {
  const failed = async () => (await Promise.all(runs.map((run) => traces.ledger(run, 'effect-failed')))).flat().length;
  return eventually('another try', async () => (await failed()) > runs.length * 3, 20_000);
}

/** Each refusal names the place that it kept the data from, each call the place that it went to, and who says so. */
async function expectAskedInEuAlone(runId: string): Promise<void> {
  const refused = await traces.ledger(runId, 'effect-refused');
  expect(refused.length).toBeGreaterThan(0);
  for (const { body } of refused) {
    expect(body).toMatchObject({ asset: inUs, stage: 'residency', heal: 'other-candidate' });
    expect(body.why).toContain(`${inUs} is in us (this test)`);
  }
  const asked = (await traces.ledger(runId, 'effect-intended')).filter(({ body }) => body.effect === 'callModel');
  for (const { body } of asked) {
    const stages = expect.arrayContaining([{ stage: 'residency', verdict: 'passed', detail: 'de (this test)' }]);
    expect(body).toMatchObject({ asset: inEu, stages });
  }
  const done = (await traces.ledger(runId, 'effect-done')).filter(({ body }) => body.effect === 'callModel');
  for (const { body } of done) expect(body.record).toMatchObject({ region: 'de' });
}
