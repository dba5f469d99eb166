import type { RegistryAnswer } from '#contracts/http/registry.ts';
import { labelOf } from '../format/label-of.ts';
import { registryTexts } from '../texts/registry-texts.ts';

const words = registryTexts.data;

/** Categories of data by their families, such as "Personal: name, email". */
export function sayCategories(categories: readonly string[]): string {
  if (categories.length === 0) return words.nothing;
  const families = Map.groupBy(categories, (category) => category.split('.')[0] ?? category);
  const said = [...families].map(([family, members]) => {
    const kinds = members.flatMap((member) => member.split('.').slice(1)).map((kind) => labelOf(kind).toLowerCase());
    if (family === 'untrusted') return words.untrusted;
    return kinds.length === 0 ? labelOf(family) : `${labelOf(family)}: ${kinds.join(', ')}`;
  });
  return said.join('; ');
}

/** The fields of its material that a prompt takes, a line each, with what each tells of. */
export function sayNeeds(needs: Readonly<Record<string, readonly string[]>>): string[] {
  return Object.entries(needs).map(([path, categories]) => {
    const field = path.split('.').map(labelOf).join(', ');
    return categories.length === 0 ? field : words.need(field, sayCategories(categories));
  });
}

export function sayPurposes(purposes: readonly string[]): string {
  return purposes.map((purpose) => labelOf(purpose)).join(', ');
}

/** Datasets by their titles. */
export function sayDatasets({ datasets }: Pick<RegistryAnswer, 'datasets'>, names: readonly string[]): string {
  const titles = names.map((name) => datasets.find((dataset) => dataset.name === name)?.title ?? labelOf(name));
  return titles.join(', ') || words.nothing;
}
