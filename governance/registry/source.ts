import type { AssetReference } from '#contracts/asset.ts';
import type { Calendar } from '#contracts/calendar.ts';
import type { PurposeFacts } from '#contracts/data-facts.ts';
import type { Person } from '#contracts/person.ts';
import type { CalledModel } from '#contracts/policy.ts';
import type { Snapshot } from '#contracts/snapshot.ts';
import type { BreakerLimits } from '#store/breakers.ts';
import type { Budget, ModelLimits } from './budgets-of.ts';
import type { Use } from './judge-use.ts';
import type { Registry } from './load-registry.ts';
import type { Place } from './place-of.ts';

export interface PinnedContent {
  snapshot: Snapshot;
  texts: readonly { hash: string; name: string; text: string }[];
}

/** The registry as it is loaded now. */
export interface LiveRegistry {
  snapshotFor(process: string): PinnedContent;
  /** Whether the settings reach the model's provider. */
  reachesModel(name: string): boolean;
  /** Why an effect may not use what it uses, at this moment. */
  whyRefused(use: Use): string | undefined;
  /** What an effect uses data for, and what that was collected for. */
  purposesOf(uses: readonly AssetReference[]): PurposeFacts;
  /** Where data goes that a model or a connector is given, and who says so. */
  placeOfModel(called: CalledModel): Place;
  placeOfConnector(name: string): Place;
  /** When a model is left alone for a while. */
  breakerOf(model: string): BreakerLimits;
  whyUnusable(asset: AssetReference): string | undefined;
  /** What calls of models are held against. */
  budgets(): readonly Budget[];
  limitsOfModel(name: string): ModelLimits;
  calendar(name: string): Calendar;
  person(id: string): Person | undefined;
  people(): readonly Person[];
}

export interface RegistrySource {
  current(): LiveRegistry;
}

/** The loaded registry with the models this installation reaches; a process is pinned once per load. */
export function createRegistrySource(parts: { registry: Registry; available: ReadonlySet<string> }): RegistrySource {
  const { registry, available } = parts;
  const pinned = new Map<string, PinnedContent>();
  const snapshotFor = (process: string): PinnedContent => {
    const known = pinned.get(process) ?? registry.snapshotFor(process, { available });
    pinned.set(process, known);
    return known;
  };
  const live: LiveRegistry = { ...registry, snapshotFor, reachesModel: (name) => available.has(name) };
  return { current: () => live };
}
