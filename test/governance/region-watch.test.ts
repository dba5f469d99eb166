import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '#contracts/ids.ts';
import { stepKey } from '#contracts/step.ts';
import { createWatchRegions } from '#governance/residency/watch-regions.ts';
import { closeRun } from '#store/closing.ts';
import { putPause } from '#store/pauses.ts';
import { putStepResult } from '#store/step-results.ts';
import { writeTogether } from '#store/write-together.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { tracesOf } from '#test/stack/traces.ts';

let stack: Stack;
let people: People;
let watchRegions: () => Promise<boolean>;
let token = 0;

beforeAll(async () => {
  stack = await openStack();
  people = await peopleOf(stack);
  watchRegions = createWatchRegions({ database: stack.database, ledger: stack.foundation.ledger });
});
afterAll(() => stack.close());

/** A run one of whose steps waits for a model, with nobody about who might go on with it. */
async function waiting() {
  token += 1;
  const runId = await people.start('triage-enquiry', { ...enquiryAbout('support', `RW${token}X`) });
  const { execution } = await tracesOf(stack).run(runId);
  const address = { runId, name: 'classify', round: 0, item: '1' };
  const waits = { id: newId('pause'), runId, stepKey: stepKey(address), execution, switches: [], models: ['a-model'] };
  const { id: pause } = await putPause(stack.database.direct, waits);
  await stack.db.query("update pause set since = since - interval '1 second' where id = $1", [pause]);
  const resumed = async () =>
    (await tracesOf(stack).ledger(runId, 'run-resumed')).map(({ actor, body }) => ({ actor, body }));
  return { runId, address, pause, resumed };
}

const write = (...writes: Parameters<typeof writeTogether>[1]['writes']) =>
  writeTogether(stack.database.direct, { writes });

function comesOut(address: { runId: string; name: string; round: number; item: string }) {
  const result = { kind: 'answer', digest: 'd', record: {}, resultSealed: new Uint8Array(), startedAt: new Date() };
  return write(putStepResult({ address, ...result }));
}

const closes = (id: string) => write(closeRun({ id, outcome: 'answered', temporalRunId: undefined }));

describe('a run whose step came out after it had waited', () => {
  test('has gone on by the ledger, and tells no order to a run that is closed by now', async () => {
    const { runId, address, pause, resumed } = await waiting();
    await comesOut(address);
    await closes(runId);
    await watchRegions();
    expect(await resumed()).toEqual([{ actor: 'region-watch', body: { pause } }]);
    expect(await stack.database.direct.pause.count({ where: { runId } })).toBe(0);
    const told = await stack.db.query("select 1 from dispatch where run_id = $1 and kind = 'lifted'", [runId]);
    expect(told.rows).toEqual([]);
  });

  test('is told so once, where it still stands', async () => {
    const { runId, address, pause, resumed } = await waiting();
    await comesOut(address);
    await watchRegions();
    await watchRegions();
    expect(await resumed()).toEqual([{ actor: 'region-watch', body: { pause } }]);
    const told = await stack.db.query("select payload from dispatch where run_id = $1 and kind = 'lifted'", [runId]);
    expect(told.rows).toEqual([{ payload: { pauseId: pause } }]);
  });
});

test('a run that was closed while its step waited has not gone on', async () => {
  const { runId, resumed } = await waiting();
  await closes(runId);
  await stack.db.query("update pause set tried_at = now() - interval '2 hours' where run_id = $1", [runId]);
  await watchRegions();
  expect(await resumed()).toEqual([]);
  expect(await stack.database.direct.pause.count({ where: { runId } })).toBe(0);
});
