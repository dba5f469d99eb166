import { type Loop, startLoop } from '#platform/lifecycle/loop.ts';
import type { Log } from '#platform/log/index.ts';
import { createWatchRegions, type RegionParts } from './watch-regions.ts';

/** Looks in the background whether runs go on that wait for a region. */
export function startRegionWatch({ log, ...parts }: RegionParts & { log: Log }): Pick<Loop, 'stop'> {
  return startLoop({ name: 'region watch', everyMs: 1000, log, turn: createWatchRegions(parts) });
}
