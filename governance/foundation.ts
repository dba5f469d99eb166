import { join } from 'node:path';
import { isAppError } from '#contracts/errors.ts';
import type { PolicyPort } from '#contracts/policy.ts';
import type { ProcessDefinition } from '#contracts/process-definition.ts';
import { processDefinitions } from '#contracts/processes/index.generated.ts';
import { modelProvidersOf } from '#platform/config/model-providers.ts';
import type { ProviderVariables } from '#platform/config/provider-variables.ts';
import type { Database } from '#platform/database/client.ts';
import type { Log } from '#platform/log/index.ts';
import { reasonOf } from '#platform/log/reason-of.ts';
import {
  createKeyedHash,
  createKeyRing,
  type DecisionVerifier,
  type KeyedHash,
  type KeyRing,
  loadDecisionVerifier,
  loadInstallationSecret,
} from './keys/index.ts';
import { createLedger, type Ledger } from './ledger/index.ts';
import { createPolicy, createPolicyWorld, readPolicies, refuseOpenPolicies } from './policy/index.ts';
import {
  createRegistrySource,
  loadRegistry,
  type PeopleChange,
  type Registry,
  type RegistrySource,
} from './registry/index.ts';
import { refuseStoresAbroad, type StoreHosts } from './residency/refuse-stores-abroad.ts';
import { createSeals, type Seals } from './seals/index.ts';

/** What the worker and the API judge by: the same files, the same keys, the same ledger. */
export interface Foundation {
  definitions: ReadonlyMap<string, ProcessDefinition>;
  registry: Registry;
  registrySource: RegistrySource;
  policy: PolicyPort;
  keys: KeyRing;
  keyedHash: KeyedHash;
  seals: Seals;
  ledger: Ledger;
  verifier: DecisionVerifier;
}

export interface FoundationOptions {
  registryFolder: string;
  /** Nobody but whoever sits at this machine works here: policies that let everything pass are borne with. */
  isDevelopment?: boolean;
  keysFolder: string;
  /** What says which providers this installation can reach. */
  providerVariables: ProviderVariables;
  /** For keys alone: they are read while another transaction is open. */
  keyDatabase: Database;
  /** Where the settings keep data; absent where nothing is kept for real. */
  storeHosts?: StoreHosts;
  /** Told of changes of the people file while the program runs. */
  log?: Log;
}

export function decisionKeysFolder(keysFolder: string): string {
  return join(keysFolder, 'decisions');
}

export async function layFoundation(options: FoundationOptions): Promise<Foundation> {
  const installationSecret = await loadInstallationSecret(options.keysFolder);
  const registry = loadRegistry(options.registryFolder, { onPeopleChange: tellChange(options) });
  const reached = modelProvidersOf(options.providerVariables, registry.providers());
  const models = registry.models().filter(({ provider }) => reached.has(provider));
  const policies = readPolicies(options.registryFolder);
  const { storeHosts } = options;
  if (storeHosts) refuseStoresAbroad({ registry, policies, hosts: storeHosts });
  const policy = createPolicy(policies, createPolicyWorld(registry));
  if (options.isDevelopment !== true) refuseOpenPolicies(policies);
  const keys = createKeyRing({ installationSecret, database: options.keyDatabase });
  const keyedHash = createKeyedHash(installationSecret);
  const seals = createSeals({ keys, keyedHash });
  return {
    definitions: new Map(processDefinitions.map((definition) => [definition.name, definition as ProcessDefinition])),
    registry,
    registrySource: createRegistrySource({ registry, available: new Set(models.map((model) => model.name)) }),
    policy,
    keys,
    keyedHash,
    seals,
    ledger: createLedger({ macKey: keyedHash('ledger', 'mac key'), seal: seals.sealUnlessErased }),
    verifier: loadDecisionVerifier(decisionKeysFolder(options.keysFolder)),
  };
}

function tellChange({ log }: Pick<FoundationOptions, 'log'>) {
  return (change: PeopleChange): void => {
    if (change.kind === 'read') log?.info({ event: 'people-read-again' });
    else log?.error({ event: 'people-not-read-again', reason: reasonOf(change.error), places: placesOf(change.error) });
  };
}

/** Where the mistakes stand: what stands there may name people. */
function placesOf(error: unknown): string[] {
  return isAppError(error) ? error.places.map(({ pointer }) => pointer) : [];
}
