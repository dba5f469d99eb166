import type { Doubt } from '#contracts/redaction.ts';
import { ownTime } from './own-time.ts';

export interface TimeBudget {
  /** For each recogniser, however short the text is. */
  baseMs: number;
  /** More for each 1024 code units. */
  perKiloUnitMs: number;
  now: () => number;
  /** What the thread has worked, which is never more than what has passed; to ask for it takes ten times as long. */
  worked: () => number;
}

/** Of the thread's own time: a machine that is busy with other things is no reason to doubt a text. */
export const usualBudget: TimeBudget = {
  baseMs: 500,
  perKiloUnitMs: 20,
  now: () => performance.now(),
  worked: ownTime,
};

export class DoubtRaised extends Error {
  override readonly name = 'DoubtRaised';
  readonly doubt: Doubt;

  constructor(doubt: Doubt) {
    super(doubt.kind);
    this.doubt = doubt;
  }
}

/** Keeps the time of all who look at the texts of a call. */
export interface Watch {
  /** What somebody finds, as long as it fails nowhere and takes no longer than it may; a failure says nothing of the text. */
  within<Item>(looking: { name: string; units: number }, find: () => Iterable<Item>): Generator<Item>;
}

/** To ask what time it is takes time too. */
const betweenChecks = 16;

export function createWatch({ now, worked, baseMs, perKiloUnitMs }: TimeBudget): Watch {
  const workedBefore = worked();
  return {
    *within({ name, units }, find) {
      const allowed = baseMs + (perKiloUnitMs * units) / 1024;
      const begin = now();
      const checkTime = (): void => {
        if (now() - begin > allowed && worked() - workedBefore > allowed) throw new DoubtRaised(tooSlow(name, allowed));
      };
      try {
        let found = 0;
        for (const item of find()) {
          found += 1;
          if (found % betweenChecks === 0) checkTime();
          yield item;
        }
        checkTime();
      } catch (error) {
        throw error instanceof DoubtRaised ? error : new DoubtRaised(failed(name, error));
      }
    },
  };
}

function tooSlow(name: string, allowed: number): Doubt {
  const detail = `It took longer than ${Math.round(allowed)} ms; cut the text into shorter ones, or let a person look`;
  return { kind: 'recogniser-slow', at: name, detail };
}

function failed(name: string, error: unknown): Doubt {
  const what = error instanceof Error ? error.name : 'something that is no error';
  return { kind: 'recogniser-failed', at: name, detail: `It threw ${what}; the text is not looked at whole` };
}
