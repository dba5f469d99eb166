import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ModelFigures, ModelFiguresAnswer } from '#contracts/http/registry-models.ts';
import { repositoryRoot } from '#platform/config/index.ts';
import type { Door } from '#test/doors/open-api-door.ts';
import { callAs } from '#test/stack/call-api.ts';
import { enquiryAbout } from '#test/stack/enquiries.ts';
import { eventually } from '#test/stack/eventually.ts';
import { faultsOf } from '#test/stack/faults.ts';
import { hasBrowser } from '#test/stack/open-browser.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import { type ConsoleGround, openConsole } from './open-console.ts';

const model = 'rehearsal-1';

let stack: Stack;
let door: Door;
let open: ConsoleGround['open'];
/** A run that met the model as it was left alone, and was told so. */
let runId: string;

beforeAll(async () => {
  const breaker = { failures: 3, within: '1 minute', opensFor: '1 hour' };
  const registry = [{ file: `models/${model}.yaml`, path: ['breaker'], value: breaker }];
  ({ stack, door, open } = await openConsole({ registry, worker: true }));
  await faultsOf(stack).model({ mode: 'error', status: 503, times: 3 });
  await callAs('sam', door.url).start('answer-order-status', enquiryAbout('order-status', 'MB01'));
  await eventually('the breaker to open', async () => (await breakerOf())?.kind === 'open');
  ({ runId } = await callAs('sam', door.url).start('answer-order-status', enquiryAbout('order-status', 'MB02')));
  await eventually('a run to be told', async () => (await textOf(runId)).includes('was passed over'));
});
afterAll(() => stack?.close());
beforeEach(() => stack.db.query(`update model_breaker set last_at = now(), failures = 3, probed_until = null`));

async function breakerOf(): Promise<ModelFigures['breaker'] | undefined> {
  const { items } = ModelFiguresAnswer.parse(await (await door.ask('/api/registry/models', { as: 'sam' })).json());
  return items.find((each) => each.model === model)?.breaker;
}

async function textOf(run: string): Promise<string> {
  const { timeline } = await callAs('sam', door.url).run(run);
  return timeline.map((entry) => entry.text).join('\n');
}

async function metrics(): Promise<string> {
  return (await door.ask('/metrics')).text();
}

/** What the command line prints, run as a person runs it. */
async function baton(...args: string[]): Promise<string> {
  const main = join(repositoryRoot, 'api/cli/main.ts');
  const env = { BATON_HOME: stack.config.home };
  const child = spawn(process.execPath, [main, '--url', door.url, '--as', 'sam', ...args], { env });
  return text(child.stdout);
}

describe('a model that is left alone', () => {
  test('is shown as that at the API and to a monitoring system, until one call may try it', async () => {
    expect(await breakerOf()).toMatchObject({
      kind: 'open',
      failures: 3,
      since: expect.any(String),
      until: expect.any(String),
      lastFailure: { failure: 'overloaded', why: 'HTTP 503' },
    });
    expect(await metrics()).toMatch(/^baton_model_open\{model="rehearsal-1"\} 1$/m);
    expect(await metrics()).toMatch(/^baton_model_failures\{model="rehearsal-1"\} 3$/m);
    expect(await metrics()).toMatch(/^baton_model_open\{model="openai-gpt-5-5"\} 0$/m);
    await stack.db.query(`update model_breaker set last_at = now() - interval '2 hours'`);
    expect(await breakerOf()).toMatchObject({ kind: 'half-open', isProbed: false });
    await stack.db.query(`update model_breaker set probed_until = now() + interval '1 minute'`);
    expect(await breakerOf()).toMatchObject({ kind: 'half-open', isProbed: true });
    await stack.db.query(`update model_breaker set failures = 0, probed_until = null`);
    expect(await breakerOf()).toMatchObject({ kind: 'closed', failures: 0, lastFailure: { failure: 'overloaded' } });
    expect(await metrics()).toMatch(/^baton_model_open\{model="rehearsal-1"\} 0$/m);
  });

  test('is told of by the command line, in the registry and in the story of a run', async () => {
    const shown = await baton('registry', 'show');
    expect(shown).toMatch(
      /PASSED OVER until .*, since its calls fail since .*; last failure .*: overloaded \(HTTP 503\)/,
    );
    expect(shown).toContain('not asked here: no key or address is set');
    const told = new RegExp(
      `The model ${model} was passed over: its calls fail since .* UTC \\(HTTP 503\\), and it is tried again after`,
    );
    expect(await baton('show', runId)).toMatch(told);
  });

  test.skipIf(!hasBrowser)('is shown in the console, in the registry and on the page of a run', async () => {
    const { page, complaints } = await open('sam', '/registry/models');
    const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: model }) });
    await card.getByText('Not asked for now').waitFor();
    await card.getByText(/the last one broke down\. Nobody asks it until/).waitFor();
    await page.goto(`${door.url}/runs/${runId}`);
    await page.getByText(`${model} was passed over`, { exact: false }).waitFor();
    expect(complaints).toEqual([]);
  });
});
