import { AppError, type ErrorPlace } from '#contracts/errors.ts';
import type { PolicyPort } from '#contracts/policy.ts';
import { jurisdictionOf } from '#governance/data-facts/jurisdiction-of.ts';
import { createPolicy } from '#governance/policy/index.ts';
import type { PolicyTexts } from '#governance/policy/read-policies.ts';
import type { StoresFile } from '#governance/registry/entries/store-entry.ts';
import type { Registry } from '#governance/registry/index.ts';
import { isThisMachine } from './is-this-machine.ts';

type StoreName = keyof StoresFile;

/** The host of each store, as the settings have it. */
export type StoreHosts = Readonly<Record<StoreName, string>>;

interface Parts {
  registry: Pick<Registry, 'stores' | 'view'>;
  policies: PolicyTexts;
  hosts: StoreHosts;
}

interface PlacedStore {
  store: StoreName;
  variable: string;
  host: string;
  region: string;
}

/** Refuses to start where what is kept of people would lie where nobody vouches for, or where policy keeps it from. */
export function refuseStoresAbroad(parts: Parts): void {
  const stores = (['database', 'temporal'] as const).map((store) => placed(store, parts));
  const regions = new Map<string, string>(stores.map(({ store, region }) => [store, jurisdictionOf(region)]));
  const time = () => ({ hour: 12, officeHours: true });
  const policy = createPolicy(parts.policies, { time, regionOf: (store) => regions.get(store) });
  const places = [
    ...stores.flatMap((store) => whyNotThere(store, { ...parts, policy })),
    ...misplacedConnectors(parts, regions.get('database')),
  ];
  if (places.length === 0) return;
  const lines = places.map(({ pointer, detail }) => `- ${pointer} ${detail}`);
  const title = 'Data of people would be kept where it may not be, or where nobody says:';
  throw new AppError('config-invalid', [title, ...lines].join('\n'), { places });
}

function placed(store: StoreName, { registry, hosts }: Parts): PlacedStore {
  const { variable, hosts: named } = registry.stores()[store];
  const host = hosts[store];
  const known = named.find((each) => each.host === host)?.region ?? 'unknown';
  return { store, variable, host, region: isThisMachine(host) ? 'local' : known };
}

/** Asked about all that is kept, of people whose country nobody knows: they live everywhere. */
function whyNotThere(
  { store, variable, host, region }: PlacedStore,
  { registry, policy }: Pick<Parts, 'registry'> & { policy: PolicyPort },
): ErrorPlace[] {
  const categories = [...new Set(registry.view().datasets.flatMap((dataset) => dataset.categories))];
  const used = { purpose: 'operations', collectedFor: ['operations'] } as const;
  const decision = policy.decide({
    action: 'writeRecord',
    principal: { kind: 'process', process: 'all' },
    resource: { connector: store },
    context: { ...used, categories, jurisdiction: 'unknown', tainted: true, record: store },
  });
  const rules = decision.policies.filter((rule) => rule.startsWith('residency/'));
  if (rules.length === 0 && !('failure' in decision)) return [];
  const why = rules.join(' ') || 'the policy gave no answer';
  const advice =
    region === 'unknown' ? `; write { host: ${host}, region: …, regionSource: … } in registry/stores.yaml` : '';
  return [{ pointer: variable, detail: `leads to ${host} (${region}), which is refused: ${why}${advice}` }];
}

/** Systems that reach nothing are kept in our own database, and are where that is. */
function misplacedConnectors({ registry }: Parts, region: string | undefined): ErrorPlace[] {
  const kept = registry.view().connectors.filter(({ egress }) => egress.length === 0);
  const misplaced = kept.filter((connector) => jurisdictionOf(connector.region) !== region);
  return misplaced.map((connector) => {
    const detail = `says region ${connector.region}, and is kept in the database, which is in ${region}`;
    return { pointer: `registry/connectors/${connector.name}.yaml`, detail };
  });
}
