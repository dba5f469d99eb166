import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import type { Chosen } from './use-chosen.ts';

interface RowKeysParts {
  /** What holds the rows that are drawn. */
  place: RefObject<HTMLElement | null>;
  count: number;
  chosen: Chosen;
  scrollTo(index: number): void;
}

const steps: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** Goes through the rows by arrow keys (or j and k), and chooses them: x for one, Shift and an arrow or x for many. */
export function useRowKeys({ place, count, chosen, scrollTo }: RowKeysParts) {
  const wanted = useRef<number>(undefined);
  // A row far off is drawn only once it has been scrolled to.
  useEffect(() => {
    if (wanted.current === undefined) return;
    const link = place.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"] a`);
    if (!link) return;
    wanted.current = undefined;
    link.focus({ preventScroll: true });
  });

  const goTo = (index: number) => {
    wanted.current = index;
    scrollTo(index);
    place.current?.querySelector<HTMLElement>(`[data-index="${index}"] a`)?.focus({ preventScroll: true });
  };

  return (event: KeyboardEvent<HTMLElement>) => {
    const at = indexOf(event.target);
    if (at === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (!act(event, at)) return;
    event.preventDefault();
  };

  function act({ key, shiftKey }: KeyboardEvent, at: number): boolean {
    const step = steps[key];
    if (step !== undefined) {
      const next = Math.max(0, Math.min(count - 1, at + step));
      if (shiftKey) chosen.chooseTo(next);
      goTo(next);
      return true;
    }
    if (key === 'x') chosen.toggle(at);
    else if (key === 'X') chosen.chooseTo(at);
    else if (key === 'Escape') chosen.clear();
    else return false;
    return true;
  }
}

function indexOf(target: EventTarget): number | undefined {
  const row = target instanceof Element ? target.closest<HTMLElement>('[data-index]') : null;
  return row ? Number(row.dataset.index) : undefined;
}
