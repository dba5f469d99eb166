import type { Ledger } from '#governance/ledger/index.ts';
import type { Database } from '#platform/database/client.ts';
import type { Log } from '#platform/log/index.ts';
import { reasonOf } from '#platform/log/reason-of.ts';

export interface UnknownLinks {
  /** A link that nobody knows was refused. */
  count(): Promise<void>;
  /** Writes down what was counted and not written yet. */
  stop(): Promise<void>;
}

export interface UnknownLinksParts {
  database: Database;
  ledger: Ledger;
  log: Log;
  everyMs?: number;
}

/**
 * Whoever invents links could fill the ledger. Their refusals are counted: the first is written down at once, and all
 * that follow within a minute in one entry at its end.
 */
export function createUnknownLinks({ database, ledger, log, everyMs = 60_000 }: UnknownLinksParts): UnknownLinks {
  let refused = 0;
  let timer: NodeJS.Timeout | undefined;

  async function write(): Promise<void> {
    const count = refused;
    refused = 0;
    try {
      const body = { code: 'link-unknown', count };
      await ledger.append(database.direct, { kind: 'link-refused', actor: 'link', body });
    } catch (error) {
      refused += count;
      throw error;
    }
  }

  function endMinute(): void {
    timer = undefined;
    if (refused === 0) return;
    beginMinute();
    void write().catch((error: unknown) => log.warn({ event: 'unknown-links-not-written', reason: reasonOf(error) }));
  }

  function beginMinute(): void {
    timer = setTimeout(endMinute, everyMs).unref();
  }

  return {
    count: async () => {
      refused += 1;
      if (timer) return;
      beginMinute();
      await write();
    },
    stop: async () => {
      clearTimeout(timer);
      timer = undefined;
      if (refused > 0) await write();
    },
  };
}
