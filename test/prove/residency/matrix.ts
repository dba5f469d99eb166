import type { Purpose } from '#contracts/purpose.ts';

/** Where something is, as the matrix tells places apart. */
export const regions = ['local', 'eu', 'uk', 'us', 'elsewhere', 'unknown'] as const;
export type Region = (typeof regions)[number];

export interface Case {
  by: 'model' | 'system';
  categories: readonly string[];
  /** Where the person it is about lives; absent where nobody knows. */
  country: string | undefined;
  purpose: Purpose;
}

/**
 * What may go where: written apart from the policies, which are held against it. `special` is health, beliefs and the like,
 * and what nobody can name; `own` is what people wrote to us about.
 */
const table = `
  by     | data    | people  | purpose | regions
  model  | nothing | all     | all     | local eu uk us
  model  | people  | eu      | all     | local eu uk
  model  | people  | others  | own     | local eu uk us
  model  | people  | others  | further | local eu uk
  model  | special | all     | all     | local
  system | nothing | all     | all     | local eu uk us elsewhere unknown
  system | people  | eu      | all     | local eu uk
  system | people  | others  | own     | local eu uk us
  system | people  | others  | further | local eu uk
  system | special | eu      | all     | local eu uk
  system | special | others  | own     | local eu uk us
  system | special | others  | further | local eu uk
`;

const rows = table
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => line.split('|').map((cell) => cell.trim()));

/** The regions that the table lets this go to. */
export function regionsFor(asked: Case): readonly Region[] {
  const words = rowOf(asked);
  const found = rows.filter((row) => words.every((word, column) => row[column] === word || row[column] === 'all'));
  const [row, ...others] = found;
  if (!row || others.length > 0) throw new Error(`the table has ${found.length} rows for ${words.join(', ')}`);
  const named = (row.at(-1) ?? '').split(' ');
  return regions.filter((region) => named.includes(region));
}

/** What the table calls a case. */
export function rowOf({ by, categories, country, purpose }: Case): readonly [string, string, string, string] {
  return [by, dataOf(categories), peopleOf(country), purposeOf(purpose)];
}

/** A place in the words of the registry. */
export function regionOf(place: string): Region {
  if (['de', 'fr', 'ie', 'eu'].includes(place)) return 'eu';
  if (place === 'gb') return 'uk';
  return regions.find((region) => region === place) ?? 'elsewhere';
}

export function dataOf(categories: readonly string[]): 'nothing' | 'people' | 'special' {
  if (categories.some((category) => category.startsWith('special.') || category === 'unknown')) return 'special';
  return categories.some((category) => /^(personal|financial)\./.test(category)) ? 'people' : 'nothing';
}

/** Whoever lives where nobody knows is treated as if it were in the EU, as is whose country is none. Réunion is France. */
function peopleOf(country: string | undefined): 'eu' | 'others' {
  return country === undefined || ['DE', 'FR', 'RE', 'IE', 'XX'].includes(country) ? 'eu' : 'others';
}

function purposeOf(purpose: Purpose): 'own' | 'further' {
  return ['customer-service', 'complaint-handling', 'order-fulfilment'].includes(purpose) ? 'own' : 'further';
}
