import type { RegistryAnswer } from '#contracts/http/registry.ts';
import { labelOf } from '../format/label-of.ts';
import { registryTexts } from '../texts/registry-texts.ts';

/** Categories of data by their families, such as "Personal: name, email". */
export function sayCategories(categories: readonly string[]): string {
  if (categories.length === 0) return registryTexts.data.nothing;
  const families = Map.groupBy(categories, (category) => category.split('.')[0] ?? category);
  const said = [...families].map(([family, members]) => {
    const kinds = members.flatMap((member) => member.split('.').slice(1)).map((kind) => labelOf(kind).toLowerCase());
    return kinds.length === 0 ? labelOf(family) : `${labelOf(family)}: ${kinds.join(', ')}`;
  });
  return said.join('; ');
}

/** Datasets by their titles. */
export function sayDatasets({ datasets }: Pick<RegistryAnswer, 'datasets'>, names: readonly string[]): string {
  const titles = names.map((name) => datasets.find((dataset) => dataset.name === name)?.title ?? labelOf(name));
  return titles.join(', ') || registryTexts.data.nothing;
}
