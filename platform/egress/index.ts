import type { EgressDestination } from '#contracts/egress.ts';
import { type Connect, createConnectFor } from './connect-for.ts';
import { createFetchFor, type Fetch } from './fetch-for.ts';
import { type EgressLimits, ordinaryLimits } from './limits.ts';
import { isOpen } from './open-destination.ts';
import { createPin, type Resolve } from './pin.ts';
import { createPinnedAgent } from './pinned-agent.ts';

export type { Connect } from './connect-for.ts';
export type { Fetch } from './fetch-for.ts';
export { type EgressAsset, listDestinations, type SetAddress } from './list-destinations.ts';
export { retryAfterOf } from './retry-after.ts';
export { ofConnection, waitOf } from './unanswered.ts';

/** The one way out: what leaves names the provider or connector it leaves for. */
export interface Egress {
  /** All that may be reached, and what of it the settings use. */
  destinations: readonly EgressDestination[];
  /** With limits of its own, where what it answers is known to be smaller or quicker. */
  fetchFor(asset: string, limits?: Partial<EgressLimits>): Fetch;
  connectFor(asset: string): Connect;
  close(): Promise<void>;
}

export interface EgressOptions {
  /** How a name becomes addresses. */
  resolve?: Resolve;
  limits?: Partial<EgressLimits>;
}

export function createEgress(destinations: readonly EgressDestination[], options: EgressOptions = {}): Egress {
  const pin = createPin(options.resolve);
  const limits = { ...ordinaryLimits, ...options.limits };
  const opened: (() => Promise<void>)[] = [];
  const partsOf = (asset: string) => ({
    asset,
    destinations: destinations.filter(isOpen).filter((each) => each.asset === asset),
    pin,
    limits,
  });
  return {
    destinations,
    fetchFor: (asset, own = {}) => {
      const parts = { ...partsOf(asset), limits: { ...limits, ...own } };
      const agent = createPinnedAgent(parts);
      opened.push(() => agent.destroy());
      return createFetchFor({ ...parts, agent });
    },
    connectFor: (asset) => createConnectFor(partsOf(asset)),
    close: async () => void (await Promise.all(opened.map((close) => close()))),
  };
}
