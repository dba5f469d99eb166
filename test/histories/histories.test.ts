import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { Worker } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { processDefinitions } from '#contracts/processes/index.generated.ts';
import { failureConverterPath } from '#platform/codec/data-converter.ts';
import { repositoryRoot } from '#platform/config/index.ts';
import { listHistories, readHistory } from './history-file.ts';

const histories = listHistories();

let bundle = '';
beforeAll(() => {
  bundle = readFileSync(inject('ground').bundlePath, 'utf8');
});

async function replay(name: string, code: string): Promise<void> {
  await Worker.runReplayHistory({ workflowBundle: { code }, dataConverter: { failureConverterPath } }, readHistory(name));
}

/** The bundle in which a piece of code reads differently. */
function bundleWith(piece: RegExp, other: string): string {
  const changed = bundle.replace(piece, other);
  if (changed === bundle) throw new Error(`the bundle holds nothing like ${piece.source}`);
  return changed;
}

describe('runs that are open somewhere', () => {
  test('every process is recorded at points where it waits and where it ends', () => {
    for (const { name } of processDefinitions) {
      const own = histories.filter((history) => history.startsWith(`${name}.`));
      expect(own.filter((history) => history.includes('.waits-')).length, name).toBeGreaterThanOrEqual(4);
      expect(own.filter((history) => !history.includes('.waits-')).length, name).toBeGreaterThanOrEqual(8);
    }
  });

  test.for(histories)('%s tells nothing of the machine it was recorded on', (name) => {
    const text = JSON.stringify(readHistory(name), (_key, value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString() : value));
    expect(text).not.toContain(repositoryRoot);
    expect(text).not.toContain(hostname());
  });

  test.for(histories)('%s still replays', async (name) => {
    await replay(name, bundle);
  });
});

describe('a process that is changed without a patch', () => {
  test('is noticed where two steps are swapped', async () => {
    const order = /const opinion = await classify\(run, enquiry\);\s+await logEnquiry\(run, \{\s+enquiry,\s+opinion\s+\}\);/;
    const swapped = `await logEnquiry(run, { enquiry, opinion: { kind: 'doubtful' } });
      const opinion = await classify(run, enquiry);`;
    const code = bundleWith(order, swapped);
    for (const name of histories.filter((history) => history.startsWith('triage-enquiry.'))) {
      await expect(replay(name, code), name).rejects.toThrow(DeterminismViolationError);
    }
  });

  test('is noticed where a wait is added', async () => {
    const code = bundleWith(/(const draft = await )/, 'await new Promise((resolve) => setTimeout(resolve, 1000));\n$1');
    for (const name of ['answer-order-status.waits-for-approval', 'answer-order-status.approved', 'triage-enquiry.waits-for-review']) {
      await expect(replay(name, code), name).rejects.toThrow(DeterminismViolationError);
    }
  });
});
