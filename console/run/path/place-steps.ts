import type { RunPath } from '#contracts/http/run-path.ts';
import { pathEnd } from '#contracts/process-path.ts';

/** How far down a step stands, and in which column. */
export interface Place {
  rank: number;
  lane: number;
}

/** Steps stand below those that lead to them, in the order in which the process names them; the end stands last. */
export function placeSteps({ steps, ways }: RunPath): ReadonlyMap<string, Place> {
  const names = steps.map(({ name }) => name);
  const before = (name: string): readonly string[] => {
    const at = names.indexOf(name);
    return ways.filter(({ from, to }) => to === name && names.indexOf(from) < at).map(({ from }) => from);
  };
  const ranks = new Map<string, number>();
  for (const name of names) {
    const rank = Math.max(-1, ...before(name).map((from) => ranks.get(from) ?? 0)) + 1;
    ranks.set(name, name === pathEnd ? Math.max(rank, ...[...ranks.values()].map((other) => other + 1)) : rank);
  }
  const byRank = Map.groupBy(names, (name) => ranks.get(name) ?? 0);
  const middle = Math.floor((Math.max(...[...byRank.values()].map(({ length }) => length)) - 1) / 2);
  const places = new Map<string, Place>();
  for (const [rank, together] of byRank) placeRow(rank, together);
  return places;

  /** A step stands below the first that leads to it; several that want the same column stand around it. */
  function placeRow(rank: number, together: readonly string[]): void {
    const taken = new Set<number>();
    for (const [, group] of Map.groupBy(together, wantedLane)) {
      const first = wantedLane(group[0] ?? '') - Math.floor((group.length - 1) / 2);
      for (const [index, name] of group.entries()) {
        let lane = Math.max(0, first + index);
        while (taken.has(lane)) lane += 1;
        taken.add(lane);
        places.set(name, { rank, lane });
      }
    }
  }

  function wantedLane(name: string): number {
    const [parent] = before(name);
    return name === pathEnd || parent === undefined ? middle : (places.get(parent)?.lane ?? middle);
  }
}
