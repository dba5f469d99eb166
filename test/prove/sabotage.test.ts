import { describe, expect, test } from 'vitest';
import { openStack } from '#test/stack/open-stack.ts';
import { peopleOf } from '#test/stack/people.ts';
import { runWorker } from '#test/stack/run-worker.ts';
import { spawnQuickWorker } from '#test/stack/spawn-worker.ts';
import { copySabotaged, type Sabotage } from './sabotaged-tree.ts';
import {
  cancelledMeanwhile,
  diesWhileHandingOver,
  everythingSwitchedOff,
  fileChangedAfterDecision,
  ordersQueueUp,
  type Scene,
  taskChangedByDecision,
  textChangedAfterDecision,
} from './scenes.ts';
import { settle } from './settle.ts';

interface Case {
  broken: string;
  sabotage: Sabotage;
  scene: Scene;
  found: RegExp;
}

const cases: readonly Case[] = [
  {
    broken: 'that takes a message half sent for one not sent',
    sabotage: { file: 'governance/outbox/send.ts', find: 'return doubt.raise(tx, order, row);', replace: 'break;' },
    scene: diesWhileHandingOver,
    found: /went out 2 times, 1 were decided on/,
  },
  {
    broken: 'that does not compare the text with the digest that was signed',
    sabotage: {
      file: 'governance/approvals/judge.ts',
      find: '!== row.decidedDigest',
      replace: "=== ''",
    },
    scene: textChangedAfterDecision,
    found: /went out that nobody validly decided on/,
  },
  {
    broken: 'that compares nothing of what a task holds after it was approved',
    sabotage: {
      file: 'governance/approvals/judge.ts',
      find: '!== row.decidedDigest',
      replace: "=== ''",
    },
    scene: taskChangedByDecision,
    found: /carries a decision that proves nothing: signature-invalid/,
  },
  {
    broken: 'that does not compare a file with the hash that was signed',
    sabotage: {
      file: 'governance/attachments/open-attachment.ts',
      find: '!== sha256',
      replace: "=== ''",
    },
    scene: fileChangedAfterDecision,
    found: /went out that nobody validly decided on/,
  },
  {
    broken: 'whose dispatcher does not mind the order',
    sabotage: {
      file: 'store/dispatch.ts',
      find: "earlier.state = 'open' AND earlier.sequence < candidate.sequence)",
      replace: 'false)',
    },
    scene: ordersQueueUp,
    found: /left before order/,
  },
  {
    broken: 'that does not ask whether the run still stands',
    sabotage: {
      file: 'store/runs.ts',
      find: ': Prisma.sql`cancel_requested_at IS NULL`',
      replace: ': Prisma.sql`TRUE`',
    },
    scene: cancelledMeanwhile,
    found: /was begun after .* was cancelled with nothing leaving/,
  },
  {
    broken: 'that does not ask whether something is switched off',
    sabotage: { file: 'store/switches.ts', find: '`NOT EXISTS (', replace: '`TRUE OR NOT EXISTS (' },
    scene: everythingSwitchedOff,
    found: /was begun while everything was switched off/,
  },
];

/** Plays scenes on a stack of their own, with workers from a broken tree or with sound ones, and tells what the invariants find. */
async function play(scenes: readonly Scene[], root?: string): Promise<readonly string[]> {
  const stack = await openStack();
  try {
    const people = await peopleOf(stack);
    const startDoomed = () => spawnQuickWorker(stack, root === undefined ? {} : { root });
    const startWorker = root === undefined ? () => runWorker(stack) : startDoomed;
    for (const scene of scenes) await scene({ stack, people, startWorker, startDoomed });
    return (await settle(stack, 1_500)).violations;
  } finally {
    await stack.close();
  }
}

describe.concurrent('the invariants', { timeout: 150_000 }, () => {
  for (const { broken, sabotage, scene, found } of cases) {
    test(`find a worker ${broken}`, async () => {
      const tree = await copySabotaged(sabotage);
      try {
        expect(await play([scene], tree.root)).toContainEqual(expect.stringMatching(found));
      } finally {
        await tree.remove();
      }
    });
  }

  test('find nothing in a sound worker, whatever was done to its rows', async () => {
    expect(await play(cases.map(({ scene }) => scene))).toEqual([]);
  });
});
