import type { Log } from '#platform/log/index.ts';
import { reasonOf } from '#platform/log/reason-of.ts';

export interface Loop {
  /** Asks for a turn as soon as the current one is over. */
  wake(): void;
  /** Lets the current turn finish and starts no other. */
  stop(): Promise<void>;
}

export interface LoopOptions {
  name: string;
  /** The longest time between two turns, in milliseconds. */
  everyMs: number;
  log: Log;
  /** One turn; true when there is more to do at once. */
  turn(): Promise<boolean>;
}

/** Turns when woken, and in any case after a while, so that a lost wake-up only costs time. */
export function startLoop(options: LoopOptions): Loop {
  let stopped = false;
  let woken = false;
  let release: (() => void) | undefined;

  const pause = (): Promise<void> =>
    new Promise((resolve) => {
      if (woken || stopped) return resolve();
      const timer = setTimeout(resolve, options.everyMs);
      release = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const turnOnce = async (): Promise<void> => {
    try {
      woken = (await options.turn()) || woken;
    } catch (error) {
      options.log.error({ event: 'loop-turn-failed', loop: options.name, reason: reasonOf(error) });
      woken = false;
    }
  };

  const running = (async () => {
    while (!stopped) {
      woken = false;
      await turnOnce();
      await pause();
    }
  })();

  return {
    wake: () => {
      woken = true;
      release?.();
    },
    stop: async () => {
      stopped = true;
      release?.();
      await running;
    },
  };
}
