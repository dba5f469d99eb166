import { definePausePoint, type Hold } from '#test/stack/pause-points.ts';
import type { Program } from '#test/stack/spawn-program.ts';
import { spawnQuickWorker } from '#test/stack/spawn-worker.ts';
import type { Attack } from '../attack.ts';
import { createFall } from '../fall.ts';
import type { Ground } from '../ground.ts';
import { playIn } from '../play.ts';
import { scenes, startOrder } from '../scenes.ts';
import { doors, type Path } from '../word.ts';
import { taken } from './lines.ts';

const approval = { decision: 'approve' } as const;

/** A new worker has to start first, and what the dead one held has to lapse. */
const untilStarted = 60_000;

/** An attack that a worker does not survive, and how it is brought about by one path. */
export interface Killed {
  name: string;
  path: Path;
  play(): Promise<void>;
}

/** Brings runs to two places by each path, kills the worker there once, and starts another. */
export async function prepareWorkerKills(ground: Ground): Promise<readonly Killed[]> {
  const { stack } = ground;
  const opening = await definePausePoint(stack.db, {
    table: 'approval',
    operation: 'insert',
    when: 'true',
    moment: 'commit',
  });
  const leaving = await definePausePoint(stack.db, {
    table: 'outbox_message',
    operation: 'insert',
    when: "new.message_class = 'reply'",
  });
  const early = await Promise.all(
    doors.map(async (path) => {
      const runId = await startOrder(ground.people, { token: `WA${path}`, startedBy: 'sam' });
      return { path, runId, hold: await opening.hold(runId) };
    }),
  );
  let worker: Program = await spawnQuickWorker(stack);
  const fall = createFall(2 * doors.length, {
    kill: () => worker.kill(),
    start: async () => {
      worker = await spawnQuickWorker(stack);
    },
  });

  const beforeTheWait: Attack = {
    name: 'before the process began to wait for it',
    paths: doors,
    play: async ({ say }) => {
      const heard = await say({ as: 'ada', ...approval });
      await fall.up();
      return [heard];
    },
    hears: ['taken'],
    ledger: [taken('ada', 'approve')],
    end: { kind: 'decided', withinMs: untilStarted },
  };
  const betweenDecisionAndAction: Attack = {
    name: 'after which the worker is killed before it acts on it',
    paths: doors,
    play: async ({ say, runId }) => {
      const hold = await leaving.hold(runId);
      const heard = await say({ as: 'ada', ...approval });
      await hold.reached();
      await fall.down();
      await hold.cutOff();
      await fall.up();
      return [heard];
    },
    hears: ['taken'],
    ledger: [taken('ada', 'approve')],
    end: { kind: 'decided', withinMs: untilStarted },
  };

  /** The task is there once its writing goes through; who wrote it is gone by then. */
  const opened = async (runId: string, hold: Hold) => {
    await hold.reached();
    await fall.down();
    await hold.release();
    return { runId, task: await ground.people.task(runId) };
  };
  return [
    ...early.map(({ path, runId, hold }) => ({
      ...{ name: beforeTheWait.name, path },
      play: async () => playIn(ground, beforeTheWait, { path, scene: await opened(runId, hold) }),
    })),
    ...doors.map((path) => ({
      ...{ name: betweenDecisionAndAction.name, path },
      play: async () => {
        const scene = await scenes['one approver']({ ...ground, token: `WB${path}` });
        await playIn(ground, betweenDecisionAndAction, { path, scene });
      },
    })),
  ];
}
