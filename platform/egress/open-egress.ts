import type { ConnectorAccountSettings } from '../config/connector-accounts.ts';
import type { Config } from '../config/index.ts';
import type { ProviderSettings } from '../config/model-providers.ts';
import { outgoingAddressesOf } from '../config/outgoing-addresses.ts';
import type { Lifecycle } from '../lifecycle/create-lifecycle.ts';
import { createEgress, type Egress } from './index.ts';
import { type EgressAsset, listDestinations } from './list-destinations.ts';

interface EgressGround {
  registry: {
    egressAssets(): readonly EgressAsset[];
    providers(): readonly ProviderSettings[];
    accounts(): readonly ConnectorAccountSettings[];
  };
  config: Config;
  lifecycle: Lifecycle;
}

/** The way out that the registry names and the settings use; it closes with the lifecycle. */
export function openEgress({ registry, config, lifecycle }: EgressGround): Egress {
  const egress = createEgress(listDestinations(registry.egressAssets(), outgoingAddressesOf(config, registry)));
  lifecycle.onClose('egress', egress.close);
  return egress;
}
