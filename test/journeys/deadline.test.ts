import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isAppError } from '#contracts/errors.ts';
import { deadlineOf } from '#governance/approvals/due-in.ts';
import { replayAll } from '#test/prove/replay-all.ts';
import { settle } from '#test/prove/settle.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { openStack, type Stack } from '#test/stack/open-stack.ts';
import { type People, peopleOf } from '#test/stack/people.ts';
import { inEveryProcess } from '#test/stack/registry-copy.ts';
import { runWorker } from '#test/stack/run-worker.ts';

let stack: Stack;
let people: People;

beforeAll(async () => {
  stack = await openStack({ registry: inEveryProcess(['durations', 'review'], '900 ms') });
  people = await peopleOf(stack);
  await runWorker(stack);
});

afterAll(() => stack.close());

/** Milliseconds before the deadline at which somebody decides: most of them as near as a clock allows. */
const earlier = [400, 30, 15, 8, 5, 4, 3, 2, 2, 1, 1, 1, 0, 0, 0, -1, -1, -2, -3, -5, -10, -100];

/** Decides so many milliseconds before the deadline, and tells whether that counted. */
async function decideAround(runId: string, msEarlier: number): Promise<boolean> {
  const task = await people.task(runId);
  await pause(Math.max(0, deadlineOf(task).getTime() - msEarlier - Date.now()));
  try {
    await people.decide(task, 'ada', { decision: 'approve' });
    return true;
  } catch (error) {
    expect(isAppError(error) && error.code).toBe('approval-expired');
    return false;
  }
}

test('a decision around the deadline is either taken and its message sent, or refused and the run expired', async () => {
  const come = await Promise.all(
    earlier.map(async (msEarlier, index) => {
      const enquiry = enquiryAbout('support', `DL${index}`);
      const runId = await people.start('triage-enquiry', { ...enquiry });
      const taken = await decideAround(runId, msEarlier);
      return { taken, to: enquiry.from, outcome: await people.outcome(runId) };
    }),
  );
  const messages = await people.messages();
  const results = come.map(({ taken, to, outcome }) => ({
    taken,
    outcome,
    messages: messages.filter((message) => message.to.includes(to)).length,
  }));
  const lawful = [
    { taken: true, outcome: 'answered', messages: 1 },
    { taken: false, outcome: 'expired', messages: 0 },
  ];
  for (const result of results) expect(lawful).toContainEqual(result);
  expect(results.some((result) => result.taken)).toBe(true);
  expect(results.some((result) => !result.taken)).toBe(true);
});

test('all of it agrees with what was written down, and every history replays', async () => {
  expect((await settle(stack)).violations).toEqual([]);
  expect(await replayAll(stack)).toBeGreaterThan(0);
});
