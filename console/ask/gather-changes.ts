import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** Several changes at once lead to one question. */
const gatherMs = 200;

/** While changes go on and on, so long lies between two questions for the same. */
const restMs = { one: 1_000, list: 5_000 } as const;

export type ChangePace = keyof typeof restMs;

interface Followed {
  queryKey: QueryKey;
  pace: ChangePace;
  isOld: boolean;
  timer?: ReturnType<typeof setTimeout>;
}

/**
 * Asks anew for what has changed: at once where it was quiet, and no more often than a person reads while changes follow
 * each other. Ten tabs beside a busy worker cost the API hardly more than ten quiet ones.
 */
export function gatherChanges(queries: Pick<QueryClient, 'invalidateQueries'>) {
  const followed = new Map<string, Followed>();

  const wait = (name: string, each: Followed, ms: number) => {
    each.timer = setTimeout(() => ask(name, each), ms);
  };

  /** What did not change while it rested is followed no more. */
  const ask = (name: string, each: Followed) => {
    if (!each.isOld) return void followed.delete(name);
    each.isOld = false;
    void queries.invalidateQueries({ queryKey: each.queryKey });
    wait(name, each, restMs[each.pace]);
  };

  return {
    changed(queryKey: QueryKey, pace: ChangePace) {
      const name = queryKey.join('/');
      const known = followed.get(name);
      if (known) known.isOld = true;
      else {
        const each: Followed = { queryKey, pace, isOld: true };
        followed.set(name, each);
        wait(name, each, gatherMs);
      }
    },
    stop() {
      for (const { timer } of followed.values()) clearTimeout(timer);
      followed.clear();
    },
  };
}
