import { readFileSync } from 'node:fs';
import { Worker } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { answerOrderStatus } from '#contracts/processes/answer-order-status.ts';
import { processDefinitions } from '#contracts/processes/index.generated.ts';
import { triageEnquiry } from '#contracts/processes/triage-enquiry.ts';
import { failureConverterPath } from '#platform/codec/data-converter.ts';
import { quietTemporal } from '#test/stack/quiet-temporal.ts';
import { listHistories, readHistory, textsIn } from './history-file.ts';

const histories = listHistories();

let bundle = '';
beforeAll(() => {
  quietTemporal();
  bundle = readFileSync(inject('ground').bundlePath, 'utf8');
});

/** What a replay of each history came to: nothing, or why it no longer fits the code. */
async function replay(code: string, names: readonly string[]): Promise<Map<string, Error | undefined>> {
  const recorded = names.map((name) => ({ workflowId: name, history: readHistory(name) }));
  const options = { workflowBundle: { code }, dataConverter: { failureConverterPath } };
  const results = new Map<string, Error | undefined>();
  for await (const { workflowId, error } of Worker.runReplayHistories(options, recorded))
    results.set(workflowId, error);
  return results;
}

/** The bundle in which a piece of code reads differently. */
function bundleWith(piece: RegExp, other: string): string {
  const changed = bundle.replace(piece, other);
  if (changed === bundle) throw new Error(`the bundle holds nothing like ${piece.source}`);
  return changed;
}

describe('runs that are open somewhere', () => {
  test.each(processDefinitions)('$name is recorded where it waits and where it ends', ({ name }) => {
    const own = histories.filter((history) => history.startsWith(`${name}.`));
    const remedy = `record it: npx node test/histories/record.ts ${name}`;
    expect(own.filter((history) => history.includes('.waits-')).length, remedy).toBeGreaterThanOrEqual(1);
    expect(own.filter((history) => !history.includes('.waits-')).length, remedy).toBeGreaterThanOrEqual(3);
  });

  test('what once was recorded stays, as runs like it may be open somewhere', () => {
    const kept = Map.groupBy(histories, (history) => history.split('.')[0]);
    expect(kept.get(answerOrderStatus.name)?.length).toBeGreaterThanOrEqual(40);
    expect(kept.get(triageEnquiry.name)?.length).toBeGreaterThanOrEqual(19);
  });

  test('every recorded history still replays', async () => {
    const results = await replay(bundle, histories);
    expect(results.size).toBe(histories.length);
    const broken = [...results].flatMap(([name, error]) => (error ? [`${name}: ${error.message}`] : []));
    expect(broken).toEqual([]);
  });

  test('what is recorded is decrypted, and tells nothing of the machine it was recorded on', () => {
    for (const name of histories) {
      const texts = textsIn(name);
      expect(
        texts.some((text) => text.includes('fallbackReply')),
        name,
      ).toBe(true);
      expect(
        texts.filter((text) => /^\d+@|node_modules|binary\/encrypted/.test(text)),
        name,
      ).toEqual([]);
    }
  });
});

describe('a process that is changed without a patch', () => {
  async function expectNoticed(code: string, names: readonly string[]) {
    const results = await replay(code, names);
    expect(results.size).toBe(names.length);
    for (const [name, error] of results) expect(error, name).toBeInstanceOf(DeterminismViolationError);
  }

  test('is noticed where two steps are swapped', async () => {
    const order =
      /(const opinion = await [^;]+classifyEnquiry\)?\(run, enquiry\);)\s+const logged = await logEnquiry\(run, \{\s+enquiry,\s+opinion\s+\}\);/;
    const swapped = "const logged = await logEnquiry(run, { enquiry, opinion: { kind: 'doubtful' } });\n$1";
    const names = histories.filter((history) => history.startsWith('triage-enquiry.'));
    await expectNoticed(bundleWith(order, swapped), names);
  });

  test('is noticed where a wait is added', async () => {
    const code = bundleWith(/(const draft = await )/, 'await new Promise((resolve) => setTimeout(resolve, 1000));\n$1');
    await expectNoticed(code, [
      'answer-order-status.waits-for-approval',
      'answer-order-status.approved',
      'triage-enquiry.waits-for-review',
    ]);
  });
});
