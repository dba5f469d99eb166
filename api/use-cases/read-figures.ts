import { type Figures, readFigures } from '#store/health.ts';
import type { Reads } from './database.ts';

/** What an operator watches, counted now. */
export function createReadFigures(parts: { reads: Reads }) {
  return (): Promise<Figures> => readFigures(parts.reads);
}
