import type { Config } from '../config/index.ts';
import { outgoingAddressesOf } from '../config/outgoing-addresses.ts';
import type { Lifecycle } from '../lifecycle/create-lifecycle.ts';
import { createEgress, type Egress } from './index.ts';
import { type EgressAsset, listDestinations } from './list-destinations.ts';

interface EgressGround {
  assets: readonly EgressAsset[];
  config: Config;
  lifecycle: Lifecycle;
}

/** The way out that the registry names and the settings use; it closes with the lifecycle. */
export function openEgress({ assets, config, lifecycle }: EgressGround): Egress {
  const egress = createEgress(listDestinations(assets, outgoingAddressesOf(config)));
  lifecycle.onClose('egress', egress.close);
  return egress;
}
