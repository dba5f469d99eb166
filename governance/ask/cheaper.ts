import type { PinnedModel } from '#contracts/snapshot.ts';

/** Those that cost less than a model by the registry's prices, the least first. What has no price costs nobody knows what. */
export function cheaperThan(model: PinnedModel, others: readonly PinnedModel[]): PinnedModel[] {
  const { price } = model;
  if (!price) return [];
  const comparable = others.flatMap((other) =>
    other.price?.currency === price.currency ? [{ other, cost: sumOf(other.price) }] : [],
  );
  return comparable
    .filter(({ cost }) => cost < sumOf(price))
    .toSorted((one, two) => one.cost - two.cost)
    .map(({ other }) => other);
}

function sumOf({ input, output }: NonNullable<PinnedModel['price']>): number {
  return input + output;
}
