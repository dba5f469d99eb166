import type { DatasetEntry } from './entries/dataset-entry.ts';
import type { Entry } from './parse-yaml.ts';
import type { Problems } from './problems.ts';
import type { RegistryContent } from './read-registry.ts';

/** Checks where data is kept, and that what it is made from is there and is not made from itself. */
export function checkDatasets({ datasets, connectors }: RegistryContent, problems: Problems): void {
  for (const { value, pointer } of datasets.values()) {
    const { kept } = value;
    if (kept.in === 'connector' && !connectors.has(kept.connector))
      problems.add(
        pointer('kept', 'connector'),
        `'${kept.connector}' is unknown; write connectors/${kept.connector}.yaml`,
      );
    checkNamed({ datasets, problems }, value.madeFrom, (index) => pointer('madeFrom', index));
  }
  for (const entry of datasets.values()) checkCircle(entry, { datasets, problems });
}

interface Surroundings {
  datasets: RegistryContent['datasets'];
  problems: Problems;
}

/** Checks names of datasets, each at its place. */
export function checkNamed(
  { datasets, problems }: Surroundings,
  names: readonly string[],
  at: (index: number) => string,
): void {
  for (const [index, name] of names.entries()) {
    if (!datasets.has(name)) problems.add(at(index), `dataset '${name}' is unknown; write datasets/${name}.yaml`);
    if (names.indexOf(name) !== index) problems.add(at(index), `'${name}' is listed twice; remove one of them`);
  }
}

/** A circle is told once for each dataset in it, with the way around. */
function checkCircle({ value: { name }, pointer }: Entry<DatasetEntry>, { datasets, problems }: Surroundings): void {
  const way = wayBack(datasets, [name]);
  if (way)
    problems.add(pointer('madeFrom'), `makes a circle, ${[...way, name].join(' from ')}; remove one of these steps`);
}

function wayBack(datasets: Surroundings['datasets'], way: readonly string[]): readonly string[] | undefined {
  const [first] = way;
  for (const next of datasets.get(way.at(-1) ?? '')?.value.madeFrom ?? []) {
    if (next === first) return way;
    const found = way.includes(next) ? undefined : wayBack(datasets, [...way, next]);
    if (found) return found;
  }
  return undefined;
}
