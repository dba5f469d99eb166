import type { AssetReference } from '#contracts/asset.ts';
import { type Asset, keyOf } from './assets.ts';
import { countsOn } from './people.ts';

const dayMs = 24 * 3_600_000;

export interface Reviews {
  /** Why an asset may not be used at this moment, with what to do; nothing where it may. */
  whyUnusable(asset: AssetReference): string | undefined;
  /** One line for each asset whose review falls due within so many days, or did already. */
  dueWithin(days: number): readonly string[];
}

/** Judges by the day of each review, which itself still counts, and by those of all that an asset stands on. */
export function createReviews(assets: readonly Asset[], now: () => Date): Reviews {
  const known = new Map(assets.map((asset) => [keyOf(asset), asset]));
  const ground = new Map(assets.map((asset) => [keyOf(asset), groundOf(asset, known)]));
  return {
    whyUnusable: (reference) => {
      const needed = ground.get(keyOf(reference));
      if (!needed) return `the ${reference.kind} ${reference.name} is not in the registry`;
      const moment = now();
      const over = needed.find(({ review }) => review && !countsOn(moment, review.by));
      return over && sayOver(over);
    },
    dueWithin: (days) => {
      const last = new Date(now().getTime() + days * dayMs);
      const due = assets.filter(({ review }) => review && !countsOn(last, review.by));
      return due.map((asset) => (countsOn(now(), asset.review?.by ?? null) ? sayDue(asset) : sayOver(asset)));
    },
  };
}

/** The asset, and all that it cannot be used without. */
function groundOf(asset: Asset, known: ReadonlyMap<string, Asset>): readonly Asset[] {
  const found = new Set([asset]);
  for (const { standsOn } of found)
    for (const reference of standsOn) {
      const needed = known.get(keyOf(reference));
      if (needed) found.add(needed);
    }
  return [...found];
}

function sayOver({ kind, name, review }: Asset): string {
  const { by = '', place = '' } = review ?? {};
  const since = new Date(Date.parse(by) + dayMs).toISOString().slice(0, 10);
  return `the ${kind} ${name} was to be reviewed by ${by} and is out of use since ${since}: review it, then write a later day at ${place}`;
}

function sayDue({ kind, name, review }: Asset): string {
  return `${review?.place}: the ${kind} ${name} is to be reviewed by ${review?.by}; review it, then write a later day`;
}
