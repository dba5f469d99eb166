import { condition } from '@temporalio/workflow';

/** What makes whoever waits look again: a signal and what it names, or that the time is over. */
export type Occasion = { because: 'signal'; named: string } | { because: 'deadline' };

/** What a task, or a question, that waits hears of signals. */
export interface OwnSignals {
  next(): Promise<Occasion>;
  /** The task is over: what still names it is anybody's. */
  leave(): void;
}

export interface Signals {
  /** Keeps what a signal names, which anybody may have sent, until somebody who waits takes it. */
  keep(named: string): void;
  waitFor(id: string, deadline: Promise<void>): OwnSignals;
}

/** Signals of one run, whose branches may wait side by side: each gets its own, and any gets those of strangers. */
export function createSignals(): Signals {
  const kept: string[] = [];
  const waiting = new Set<string>();
  /** Taken by another branch, since nobody waited for them yet. */
  const early = new Set<string>();
  const placeFor = (id: string) => kept.findIndex((named) => named === id || !waiting.has(named));

  return {
    keep: (named) => void kept.push(named),
    waitFor: (id, deadline) => {
      waiting.add(id);
      if (early.delete(id)) kept.push(id);
      let isOver = false;
      const over = deadline.then(() => {
        isOver = true;
      });
      const next = async (): Promise<Occasion> => {
        for (;;) {
          await Promise.race([condition(() => placeFor(id) >= 0), over]);
          const named = take(id);
          if (named !== undefined) return { because: 'signal', named };
          // Where it is not over, another branch was faster.
          if (isOver) return { because: 'deadline' };
        }
      };
      return { next, leave: () => void waiting.delete(id) };
    },
  };

  function take(id: string): string | undefined {
    const place = placeFor(id);
    if (place < 0) return undefined;
    const [named] = kept.splice(place, 1);
    if (named !== undefined && named !== id) early.add(named);
    return named;
  }
}
