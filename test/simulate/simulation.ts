import { inject } from 'vitest';

/** What `npm run simulate` asks for; `npm test` asks nothing and gets the small month. */
export interface SimulationOrder {
  seed?: number;
  mails?: number;
}

declare module 'vitest' {
  interface ProvidedContext {
    simulation: SimulationOrder | undefined;
  }
}

const ordinarySeed = 20_261_124;

export function simulationOf(small: { mails: number }): { seed: number; mails: number; isOrdered: boolean } {
  const order = inject('simulation');
  const { seed = ordinarySeed, mails = small.mails } = order ?? {};
  return { seed, mails, isOrdered: order !== undefined };
}
