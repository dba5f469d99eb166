import type { EnginePort } from '#contracts/ports/engine.ts';
import type { Foundation } from '#governance/foundation.ts';
import { createStartArgument } from '#governance/runs/start-argument.ts';
import type { Database } from '#platform/database/client.ts';
import { listen } from '#platform/database/listen.ts';
import { startLoop } from '#platform/lifecycle/loop.ts';
import type { Log } from '#platform/log/index.ts';
import { dispatchChannel } from '#store/dispatch.ts';
import { createDeliver } from './deliver.ts';
import { createDrain } from './index.ts';

export interface DispatcherOptions {
  database: Database;
  databaseUrl: string;
  foundation: Foundation;
  engine: EnginePort;
  log: Log;
  onUndeliverable(runId: string): void;
  /** The longest an order waits for a wake-up that was lost, in milliseconds. */
  sweepMs?: number;
}

/** Delivers orders as soon as they are committed, by whichever process; runs in the worker and in the API. */
export async function startDispatcher(options: DispatcherOptions): Promise<{ stop(): Promise<void> }> {
  const { database, foundation, engine, log, onUndeliverable } = options;
  const deliver = createDeliver({ database, engine, startArgument: createStartArgument({ seals: foundation.seals }) });
  const drain = createDrain({ database, ledger: foundation.ledger, log, deliver, onUndeliverable });
  const loop = startLoop({ name: 'dispatcher', everyMs: options.sweepMs ?? 1_000, log, turn: drain });
  const listener = await listen({ url: options.databaseUrl, channel: dispatchChannel, log, heard: loop.wake });
  return {
    stop: async () => {
      await listener.close();
      await loop.stop();
    },
  };
}
