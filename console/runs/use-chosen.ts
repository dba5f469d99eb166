import { useCallback, useState } from 'react';
import type { RunListItem } from '#contracts/http/run.ts';

/** The runs that were chosen of a list, by their ids; only such as one may give orders. */
export function useChosen(runs: readonly RunListItem[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const [anchor, setAnchor] = useState(0);

  const toggle = (index: number) => {
    const run = runs[index];
    if (!run?.mayOperate) return;
    setAnchor(index);
    setIds((before) => (before.has(run.id) ? without(before, run.id) : new Set([...before, run.id])));
  };
  /** All from the one chosen last up to here. */
  const chooseTo = (index: number) => {
    const [first, last] = [Math.min(anchor, index), Math.max(anchor, index)];
    setIds((before) => new Set([...before, ...operable(runs.slice(first, last + 1))]));
  };
  const chooseAll = () => setIds(new Set(operable(runs)));
  const clear = useCallback(() => setIds(new Set()), []);
  return { ids, toggle, chooseTo, chooseAll, clear };
}

export type Chosen = ReturnType<typeof useChosen>;

function operable(runs: readonly RunListItem[]): string[] {
  return runs.filter(({ mayOperate }) => mayOperate).map(({ id }) => id);
}

function without(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set([...ids].filter((each) => each !== id));
}
