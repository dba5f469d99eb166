import type { AssetKind, AssetReference } from '#contracts/asset.ts';
import type { Entry } from './parse-yaml.ts';
import type { RegistryContent } from './read-registry.ts';

/** An entry of the registry as one thing that somebody owns. */
export interface Asset extends AssetReference {
  /** What its file says of it, as plain data. */
  content: object;
  /** The last day on which it may be used, where it has one, and where that is written. */
  review?: { by: string; place: string };
  /** What it cannot be used without. */
  standsOn: readonly AssetReference[];
}

/** Everything that was loaded but people, in the order of the kinds and names. */
export function assetsOf(content: RegistryContent): readonly Asset[] {
  const { processes, models, providers, connectors, tools, datasets, calendars, budgets } = content;
  return [
    ...reviewed('process', processes),
    ...promptsOf(content),
    ...listed('profile', content.profiles.value),
    ...reviewed('model', models, ({ provider }) => [{ kind: 'provider', name: provider }]),
    ...[...providers].map(([name, { value }]) => ({ kind: 'provider', name, content: value, standsOn: [] }) as const),
    ...reviewed('tool', tools, (tool) => [
      { kind: 'connector', name: tool.connector },
      ...datasetsNamed(tool.datasets),
    ]),
    ...reviewed('connector', connectors),
    ...reviewed('dataset', datasets, ({ kept }) =>
      kept.in === 'connector' ? [{ kind: 'connector', name: kept.connector }] : [],
    ),
    ...reviewed('calendar', calendars),
    ...reviewed('budget', budgets),
    ...rolesOf(content),
    ...listed('store', content.stores.value),
    ...reviewed('knowledge', new Map([['rules', content.knowledge]])),
    ...reviewed('knowledge', new Map([['synonyms', content.synonyms]])),
    ...listed('policy', content.policies),
  ];
}

export function keyOf({ kind, name }: AssetReference): string {
  return `${kind} ${name}`;
}

function reviewed<Value extends { reviewBy: string }>(
  kind: AssetKind,
  entries: ReadonlyMap<string, Entry<Value>>,
  standsOn: (value: Value) => readonly AssetReference[] = () => [],
): Asset[] {
  return [...entries].map(([name, { value, pointer }]) => ({
    kind,
    name,
    content: value,
    review: { by: value.reviewBy, place: pointer('reviewBy') },
    standsOn: standsOn(value),
  }));
}

function promptsOf({ prompts }: RegistryContent): Asset[] {
  return [...prompts].map(([name, { header, text }]) => ({
    kind: 'prompt',
    name,
    content: { header: header.value, text },
    review: { by: header.value.reviewBy, place: header.pointer('reviewBy') },
    standsOn: datasetsNamed(header.value.reaches.datasets),
  }));
}

function rolesOf({ roles }: RegistryContent): Asset[] {
  return Object.entries(roles.value).map(([name, role]) => ({
    kind: 'role',
    name,
    content: role,
    review: { by: role.reviewBy, place: roles.pointer(name, 'reviewBy') },
    standsOn: [],
  }));
}

function listed(kind: AssetKind, entries: Readonly<Record<string, object>>): Asset[] {
  return Object.entries(entries).map(([name, content]) => ({ kind, name, content, standsOn: [] }));
}

function datasetsNamed(names: readonly string[]): AssetReference[] {
  return names.map((name) => ({ kind: 'dataset', name }));
}
