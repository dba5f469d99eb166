/** A word to learn from: what is true of it, whether it is a name, and how much it counts. */
export interface Example {
  features: Int32Array;
  isName: boolean;
  counts: number;
}

const rounds = 5;
const stride = 0.15;
const shrink = 1e-4;
/** A name that is left is worse than a word that is taken. */
const worthOfName = 2;

/** Logistic regression, each weight with a stride of its own that grows shorter (AdaGrad). The same examples give the same weights. */
export function learnWeights(examples: readonly Example[], { codes, random }: { codes: number; random: () => number }) {
  const weights = new Float64Array(codes);
  const squares = new Float64Array(codes).fill(0.01);
  for (let round = 0; round < rounds; round += 1)
    for (const example of shuffled(examples, random)) learn(example, weights, squares);
  return weights;
}

function learn({ features, isName, counts }: Example, weights: Float64Array, squares: Float64Array): void {
  let sum = 0;
  for (const feature of features) sum += weights[feature] as number;
  const miss = 1 / (1 + Math.exp(-sum)) - Number(isName);
  const error = miss * counts * (isName ? worthOfName : 1);
  for (const feature of features) {
    const slope = error + shrink * (weights[feature] as number);
    const square = (squares[feature] as number) + slope * slope;
    squares[feature] = square;
    weights[feature] = (weights[feature] as number) - (stride * slope) / Math.sqrt(square);
  }
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other] as Item, order[last] as Item];
  }
  return order;
}

/** Numbers below 1 that look like chance and are the same each time. */
export function createRandom(): () => number {
  let state = 7;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
