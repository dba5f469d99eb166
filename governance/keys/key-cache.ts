import type { KeyObject } from 'node:crypto';
import type { KeyId } from '#contracts/ids.ts';

export type CachedKey =
  | { kind: 'live'; keyId: KeyId; runId: string | null; key: KeyObject }
  | { kind: 'destroyed'; keyId: KeyId; runId: string | null };

export interface KeyCacheDeps {
  limit: number;
  staleAfterMilliseconds: number;
  /** Answers which of these keys were destroyed meanwhile, in one query for the whole cache. */
  listDestroyed(ids: readonly KeyId[]): Promise<readonly KeyId[]>;
  now(): number;
}

export interface KeyCache {
  /** Looks at the destroyed keys again if the last look is too old. Await it before every get. */
  refresh(): Promise<void>;
  get(keyId: KeyId): CachedKey | undefined;
  keyOfRun(runId: string): KeyId | undefined;
  put(entry: CachedKey): void;
  /** Only for a key read from the table: one that was just made may still be rolled back, and another take its place. */
  bindRun(runId: string, keyId: KeyId): void;
  /** Whoever asks next reads the row again. */
  drop(keyId: KeyId): void;
}

/** Remembers the keys used last, and forgets within moments those that another process destroyed. */
export function createKeyCache({ limit, staleAfterMilliseconds, listDestroyed, now }: KeyCacheDeps): KeyCache {
  const entries = new Map<KeyId, CachedKey>();
  const runs = new Map<string, KeyId>();
  let lookedAt = now();
  let look: Promise<void> | undefined;

  function drop(keyId: KeyId): void {
    const entry = entries.get(keyId);
    if (entry === undefined) return;
    if (entry.runId !== null && runs.get(entry.runId) === keyId) runs.delete(entry.runId);
    entries.delete(keyId);
  }

  async function lookAgain(): Promise<void> {
    const startedAt = now();
    const live = [...entries.values()].filter((entry) => entry.kind === 'live').map((entry) => entry.keyId);
    if (live.length > 0) for (const keyId of await listDestroyed(live)) drop(keyId);
    lookedAt = startedAt;
  }

  function put(entry: CachedKey): void {
    drop(entry.keyId);
    entries.set(entry.keyId, entry);
    const oldest = entries.keys().next().value;
    if (entries.size > limit && oldest !== undefined) drop(oldest);
  }

  return {
    async refresh() {
      if (now() - lookedAt < staleAfterMilliseconds) return;
      look ??= lookAgain().finally(() => {
        look = undefined;
      });
      await look;
    },
    get(keyId) {
      const entry = entries.get(keyId);
      if (entry === undefined) return undefined;
      entries.delete(keyId);
      entries.set(keyId, entry);
      return entry;
    },
    keyOfRun: (runId) => runs.get(runId),
    put,
    bindRun: (runId, keyId) => runs.set(runId, keyId),
    drop,
  };
}
