import { isOverfull, reserve, windowsHaveRoom } from '#store/budget-windows.ts';
import type { Spending } from './spending.ts';

/** What the statement of an intent holds for a call of a model: that there is room for it, and that it is taken. */
export function reserveAtOnce(spending: Spending | undefined) {
  if (spending?.kind !== 'planned') return { conditions: [], writes: [] };
  return { conditions: [windowsHaveRoom(spending.reservation)], writes: reserve(spending.reservation) };
}

/** Two statements that both saw room may have none for both: the second one wrote nothing. */
export async function unlessOverfull(written: Promise<boolean>): Promise<boolean> {
  try {
    return await written;
  } catch (error) {
    if (isOverfull(error)) return false;
    throw error;
  }
}
