import { inject } from 'vitest';

/** What `npm run prove` asks of a campaign; `npm test` asks nothing and gets the small one. */
export interface CampaignOrder {
  seed?: number;
  times?: number;
}

declare module 'vitest' {
  interface ProvidedContext {
    campaign: CampaignOrder | undefined;
  }
}

const ordinarySeed = 20_261_121;

export function campaignOf(small: { times: number }): { seed: number; times: number } {
  const { seed = ordinarySeed, times = small.times } = inject('campaign') ?? {};
  return { seed, times };
}
