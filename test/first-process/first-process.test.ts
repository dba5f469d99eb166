import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { findFreePort } from '#dev/local-stack/free-port.ts';
import { portNotes } from '#platform/config/ports.ts';
import { eventually } from '#test/stack/eventually.ts';
import { type Checkout, createCheckout } from './checkout.ts';
import { stepsOfPage } from './page.ts';

const aRunOfAll = 600_000;

let home: string;
let checkout: Checkout;
let apiPort: number;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'baton-first-'));
  const ports: Record<string, string> = {};
  for (const { variable } of Object.values(portNotes)) ports[variable] = String(await findFreePort());
  apiPort = Number(ports[portNotes.api.variable]);
  checkout = await createCheckout({
    ...ports,
    BATON_HOME: home,
    TEMPORAL_CLI: inject('ground').temporalExecutable,
  });
});
afterAll(async () => {
  await checkout.remove();
  await rm(home, { recursive: true, force: true });
});

test('somebody who does what the page says, word for word, has a process that works', {
  timeout: aRunOfAll,
}, async () => {
  const said: string[] = [];
  for (const step of await stepsOfPage()) {
    if (step.kind === 'edit') await checkout.edit(step.file, step);
    else if (step.lines[0] === 'npm start') said.push(...(await whileStarted(step.lines.slice(1))));
    else for (const line of step.lines) said.push(await checkout.run(line));
  }
  const all = said.join('\n');
  expect(all).toContain('wrote test/processes/answer-warranty-question.test.ts');
  expect(all).toContain('answer-warranty-question/draft-warranty-question-reply version 1 is written down');
  expect(all).toContain('all passed');
  expect(all.match(/\d+ passed, 0 failed/g)).toHaveLength(2);
  expect(all).toMatch(/run_\S+ \(answer-warranty-question\): accepted/);
});

/** What the other terminal says while everything is up. */
async function whileStarted(lines: readonly string[]): Promise<readonly string[]> {
  const stack = checkout.start('npm start');
  try {
    await eventually('everything to be up', isReady, 120_000);
    const said: string[] = [];
    for (const line of lines) said.push(await checkout.run(line));
    return said;
  } finally {
    if (stack.pid !== undefined) process.kill(-stack.pid, 'SIGINT');
    await once(stack, 'exit');
  }
}

async function isReady(): Promise<boolean> {
  const answer = await fetch(`http://127.0.0.1:${apiPort}/readyz`).catch(() => undefined);
  return answer?.ok === true;
}
