import { startLoop } from '#platform/lifecycle/loop.ts';
import { createUpkeep, type UpkeepParts } from './upkeep.ts';

/** Looks after open tasks in the background: within a second of each reminder and escalation. */
export function startUpkeep(parts: UpkeepParts & { everyMs?: number }): { stop(): Promise<void> } {
  const loop = startLoop({
    name: 'upkeep',
    everyMs: parts.everyMs ?? 1000,
    log: parts.log,
    turn: createUpkeep(parts),
  });
  return { stop: loop.stop };
}
