import { useSyncExternalStore } from 'react';

const narrow = matchMedia('(max-width: 800px)');

/** Whether rows are stacked rather than set in columns. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (changed) => {
      narrow.addEventListener('change', changed);
      return () => narrow.removeEventListener('change', changed);
    },
    () => narrow.matches,
  );
}
