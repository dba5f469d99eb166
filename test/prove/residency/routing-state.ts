import type { CategoryPresent } from '#contracts/data-facts.ts';
import { Purpose } from '#contracts/purpose.ts';
import type { Random } from '../random.ts';
import { type ModelName, modelNames } from './worlds.ts';

/** How a model takes a call. */
export type Health = 'answers' | 'down' | 'rambles' | 'refuses' | 'turns-away';

/** Everything that decides where a question of one step goes. */
export interface RoutingState {
  categories: readonly CategoryPresent[];
  country: string | undefined;
  purpose: Purpose;
  /** In the order they are asked. */
  candidates: readonly ModelName[];
  /** Numbers of the worlds: what the run was pinned to, and what the registry says as it asks. */
  pinnedTo: number;
  now: number;
  /** Which set of policies is in force as it asks. */
  policySet: 'ready' | 'tightened';
  /** How each model does, attempt by attempt. */
  health: readonly Readonly<Record<ModelName, Health>>[];
  /** Who gave an answer that is kept of the step. */
  keptFrom: ModelName | undefined;
}

const kinds: readonly [CategoryPresent, ...CategoryPresent[]] = [
  'personal.name',
  'personal.email',
  'personal.message',
  'personal.order',
  'special.health',
  'special.belief',
  'financial.card',
  'financial.bank',
  'secret',
  'unknown',
];
const countries = [undefined, 'XX', 'DE', 'FR', 'RE', 'IE', 'GB', 'US', 'CH', 'JP'] as const;
const attempts = 3;

export function makeState(random: Random, worlds: number): RoutingState {
  const pinnedTo = random.between(0, worlds - 1);
  return {
    categories: categoriesOf(random),
    country: random.pick([...countries]),
    purpose: random.pick(Purpose.options as [Purpose, ...Purpose[]]),
    candidates: candidatesOf(random),
    pinnedTo,
    now: random.chance(0.6) ? pinnedTo : random.between(0, worlds - 1),
    policySet: random.chance(0.8) ? 'ready' : 'tightened',
    health: Array.from({ length: attempts }, () => healthOf(random)),
    keptFrom: random.chance(0.2) ? random.pick([...modelNames]) : undefined,
  };
}

function categoriesOf(random: Random): readonly CategoryPresent[] {
  const most = random.pick([0, 1, 1, 2, 3]);
  const picked = Array.from({ length: most }, () => random.pick([...kinds]));
  const special = picked.some((kind) => kind.startsWith('special.') || kind === 'unknown');
  // Most data is not special: else most states would come down to the model in the house.
  const kept = special && random.chance(0.6) ? picked.filter((kind) => kind.startsWith('personal.')) : picked;
  return [...new Set([...kept, ...(random.chance(0.5) ? (['untrusted'] as const) : [])])].toSorted();
}

function candidatesOf(random: Random): readonly ModelName[] {
  const left = [...modelNames];
  return Array.from({ length: random.between(1, 4) }, () => left.splice(random.between(0, left.length - 1), 1)).flat();
}

function healthOf(random: Random): Readonly<Record<ModelName, Health>> {
  const one = (): Health =>
    random.pick(['answers', 'answers', 'down', 'down', 'down', 'rambles', 'refuses', 'turns-away']);
  return Object.fromEntries(modelNames.map((name) => [name, one()])) as Record<ModelName, Health>;
}
