import type { LedgerRecord } from '#contracts/ledger.ts';
import { canonicalJson } from '#platform/canonical/digest.ts';
import type { Database } from '#platform/database/client.ts';
import type { Log } from '#platform/log/index.ts';
import { reasonOf } from '#platform/log/reason-of.ts';
import type { Ledger } from './index.ts';

/** What the ledger says of the same refusal, made so many times since the entry before. */
export type CountedRefusal = (count: number) => LedgerRecord;

export interface CountedRefusals {
  count(refusal: CountedRefusal): Promise<void>;
  /** Writes down what was counted and not written yet. */
  stop(): Promise<void>;
}

export interface CountedRefusalsParts {
  database: Database;
  ledger: Ledger;
  log: Log;
  everyMs?: number;
}

interface Minute {
  refusal: CountedRefusal;
  refused: number;
  timer?: NodeJS.Timeout;
}

/**
 * Whoever invents links, or sends what cannot be read, could fill the ledger. Such refusals are counted, each kind by
 * itself: the first is written down at once, and all that follow within a minute in one entry at its end.
 */
export function createCountedRefusals(parts: CountedRefusalsParts): CountedRefusals {
  const { database, ledger, log, everyMs = 60_000 } = parts;
  const minutes = new Map<string, Minute>();

  async function write(minute: Minute): Promise<void> {
    const count = minute.refused;
    minute.refused = 0;
    try {
      await ledger.append(database.direct, minute.refusal(count));
    } catch (error) {
      minute.refused += count;
      throw error;
    }
  }

  function beginMinute(key: string, minute: Minute): void {
    minutes.set(key, minute);
    minute.timer = setTimeout(() => endMinute(key, minute), everyMs).unref();
  }

  function endMinute(key: string, minute: Minute): void {
    minutes.delete(key);
    if (minute.refused === 0) return;
    beginMinute(key, minute);
    void write(minute).catch((error: unknown) => log.warn({ event: 'refusals-not-written', reason: reasonOf(error) }));
  }

  return {
    count: async (refusal) => {
      const key = canonicalJson(refusal(0));
      const running = minutes.get(key);
      if (running) {
        running.refused += 1;
        return;
      }
      const minute = { refusal, refused: 1 };
      beginMinute(key, minute);
      await write(minute);
    },
    stop: async () => {
      const rest = [...minutes.values()];
      minutes.clear();
      for (const { timer } of rest) clearTimeout(timer);
      for (const minute of rest) if (minute.refused > 0) await write(minute);
    },
  };
}
