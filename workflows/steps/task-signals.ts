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
  /** What was kept, and nobody has looked at to the end. */
  unheard(): readonly string[];
}

/** Signals of one run, whose branches may wait side by side: each gets its own, and any gets those of strangers. */
export function createSignals(): Signals {
  const kept: string[] = [];
  const waiting = new Set<string>();
  /** Taken by another branch, since nobody waited for them yet. */
  const early = new Set<string>();
  /** What each that waits looks at: where the run is cancelled meanwhile, nobody has. */
  const looking = new Map<string, string>();
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
        looking.delete(id);
        for (;;) {
          await Promise.race([condition(() => placeFor(id) >= 0), over]);
          const named = take(id);
          if (named !== undefined) {
            looking.set(id, named);
            return { because: 'signal', named };
          }
          // Where it is not over, another branch was faster.
          if (isOver) return { because: 'deadline' };
        }
      };
      const leave = () => {
        looking.delete(id);
        waiting.delete(id);
      };
      return { next, leave };
    },
    unheard: () => [...looking.values(), ...kept],
  };

  function take(id: string): string | undefined {
    const place = placeFor(id);
    if (place < 0) return undefined;
    const [named] = kept.splice(place, 1);
    if (named !== undefined && named !== id) early.add(named);
    return named;
  }
}
