import { setTimeout as pause } from 'node:timers/promises';
import { createDecidersOf } from '#api/use-cases/deciders.ts';
import { createChangeFeed } from '#api/use-cases/events/change-feed.ts';
import { createCountWaiting } from '#api/use-cases/events/count-waiting.ts';
import { createEventStreams, type EventStreams } from '#api/use-cases/events/event-streams.ts';
import { createMayRead } from '#api/use-cases/judge-reader.ts';
import type { Foundation } from '#governance/foundation.ts';
import type { Database } from '#platform/database/client.ts';
import { startLoop } from '#platform/lifecycle/loop.ts';
import type { Log } from '#platform/log/index.ts';

export interface EventGround {
  database: Database;
  foundation: Foundation;
  log: Log;
}

/** Whatever happens in between is told together. */
const everyMs = 250;
const afterFailureMs = 1_000;

/** The event streams of this process, and the loop that tells them what changed. */
export function composeEvents({ database, foundation, log }: EventGround): {
  eventStreams: EventStreams;
  stop(): Promise<void>;
} {
  const { policy, registrySource, seals } = foundation;
  const reads = database.direct;
  const mayRead = createMayRead(policy);
  const person = (id: string) => registrySource.current().person(id);
  const countWaiting = createCountWaiting({ reads, mayRead, decidersOf: createDecidersOf({ reads, seals, person }) });
  const eventStreams = createEventStreams({ feed: createChangeFeed({ reads }), mayRead, countWaiting, person });
  const turn = async (): Promise<boolean> => {
    try {
      await eventStreams.turn();
    } catch (error) {
      await pause(afterFailureMs);
      throw error;
    }
    return false;
  };
  return { eventStreams, stop: startLoop({ name: 'events', everyMs, log, turn }).stop };
}
