import { startLoop } from '#platform/lifecycle/loop.ts';
import { createRemoveLinks } from './remove-links.ts';
import { createUpkeep, type UpkeepParts } from './upkeep.ts';

const hourMs = 3_600_000;

/** Looks after tasks in the background: open ones within a second of each reminder and escalation, and links of those long over. */
export function startUpkeep(parts: UpkeepParts & { everyMs?: number }): { stop(): Promise<void> } {
  const { log, everyMs = 1000 } = parts;
  const tasks = startLoop({ name: 'upkeep', everyMs, log, turn: createUpkeep(parts) });
  const links = startLoop({ name: 'link removal', everyMs: hourMs, log, turn: createRemoveLinks(parts) });
  return {
    stop: async () => {
      await Promise.all([tasks.stop(), links.stop()]);
    },
  };
}
