import type { EnginePort } from '#contracts/ports/engine.ts';
import type { Foundation } from '#governance/foundation.ts';
import { createStartArgument } from '#governance/runs/start-argument.ts';
import type { Database } from '#platform/database/client.ts';
import { listen } from '#platform/database/listen.ts';
import { startLoop } from '#platform/lifecycle/loop.ts';
import type { Log } from '#platform/log/index.ts';
import { dispatchChannel } from '#store/new-dispatch.ts';
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
  /** How long a dispatcher that only stands in for others leaves them the first grip, in milliseconds. */
  standInMs?: number;
}

/**
 * Delivers orders as soon as they are committed. One runs in the API, where orders come from, and one in the worker,
 * which stands in for it: were both woken at once, one of them would look in vain for each order.
 */
export async function startDispatcher(options: DispatcherOptions): Promise<{ stop(): Promise<void> }> {
  const { database, foundation, engine, log, onUndeliverable } = options;
  const deliver = createDeliver({ database, engine, startArgument: createStartArgument({ seals: foundation.seals }) });
  const { ledger } = foundation;
  const drain = createDrain({ database, ledger, log, deliver, onUndeliverable, onMore: () => loop.wake() });
  const loop = startLoop({ name: 'dispatcher', everyMs: options.sweepMs ?? 1_000, log, turn: drain.turn });
  const wake = later(loop.wake, options.standInMs ?? 0);
  const listener = await listen({ url: options.databaseUrl, channel: dispatchChannel, log, heard: wake.call });
  return {
    stop: async () => {
      await listener.close();
      wake.cancel();
      await loop.stop();
      await drain.settled();
    },
  };
}

/** Calls in the meantime are one call. */
function later(work: () => void, delayMs: number): { call(): void; cancel(): void } {
  let timer: NodeJS.Timeout | undefined;
  const cancel = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const run = () => {
    cancel();
    work();
  };
  const call = () => {
    if (delayMs === 0) work();
    else timer ??= setTimeout(run, delayMs);
  };
  return { call, cancel };
}
