import { eventually } from '#test/stack/eventually.ts';
import type { Stack } from '#test/stack/open-stack.ts';
import { definePausePoint, type PauseOrder, type PausePoint } from '#test/stack/pause-points.ts';
import type { Program } from '#test/stack/spawn-program.ts';
import { waiting } from './contests.ts';
import type { RoundParts } from './round.ts';
import { mustBe } from './witness.ts';

export interface Killing {
  /** Brings each run to where it is decided and nothing has been done, and kills the worker there. */
  play(rounds: readonly RoundParts[]): Promise<void>;
}

const leaving: PauseOrder = { table: 'outbox_message', operation: 'insert', when: "new.message_class = 'reply'" };
/** A signal that has left cannot be held, and the run would go on to anywhere. */
const telling: PauseOrder = {
  table: 'dispatch',
  operation: 'update',
  when: "new.kind = 'signal' and new.state = 'open' and old.leased_until is null and new.leased_until is not null",
};

/** Temporal takes its time to find out that a worker is gone. */
const untilOverMs = 60_000;

export async function prepareKilling(stack: Stack, startWorker: () => Promise<Program>): Promise<Killing> {
  const atLeaving = await definePausePoint(stack.db, leaving);
  const atTelling = await definePausePoint(stack.db, telling);
  let worker = await startWorker();
  return {
    play: async (rounds) => {
      const held = await Promise.all(rounds.slice(1).map((parts) => bringTo(parts, atLeaving)));
      // Whoever holds the dispatcher keeps it from telling the others.
      for (const parts of rounds.slice(0, 1))
        held.push(await bringTo(parts, parts.random.pick([atLeaving, atTelling])));
      await worker.kill();
      await Promise.all(held.map(({ hold }) => hold.cutOff()));
      worker = await startWorker();
      await Promise.all(held.map(({ runId }) => untilOver(stack, runId)));
    },
  };
}

async function bringTo(parts: RoundParts, point: PausePoint) {
  const { runId, task } = await waiting(parts);
  const hold = await point.hold(runId);
  mustBe(await parts.witness.decide(task, 'ada', { decision: 'approve' }), 'taken');
  await hold.reached();
  return { runId, hold };
}

function untilOver({ database }: Stack, runId: string): Promise<unknown> {
  const closed = { id: runId, status: 'closed' };
  return eventually(`the end of ${runId}`, () => database.direct.run.findFirst({ where: closed }), untilOverMs);
}
