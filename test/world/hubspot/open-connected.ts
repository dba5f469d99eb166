import { createHubSpotCrm } from '#connectors/hubspot/index.ts';
import type { OutsideCrm } from '#contracts/ports/crm.ts';
import { createEgress } from '#platform/egress/index.ts';
import { destinationsOnLoopback } from '../destinations-on-loopback.ts';
import { type FakeHubSpot, openFakeHubSpot } from './index.ts';

export interface ConnectedHubSpot {
  hubspot: FakeHubSpot;
  crm: OutsideCrm;
  close(): Promise<void>;
}

/** The adapter before the fake, by the egress client and what the registry lets it ask for. */
export async function openConnectedHubSpot(): Promise<ConnectedHubSpot> {
  const hubspot = await openFakeHubSpot();
  const egress = createEgress(destinationsOnLoopback('hubspot', hubspot.port));
  const account = { baseUrl: `http://127.0.0.1:${hubspot.port}/crm/objects/2026-03`, apiKey: hubspot.apiKey };
  return {
    hubspot,
    crm: createHubSpotCrm(account, egress.fetchFor('hubspot')),
    close: async () => {
      await egress.close();
      await hubspot.close();
    },
  };
}
