import { createStripeRefunds } from '#connectors/stripe/index.ts';
import type { OutsideRefunds } from '#contracts/ports/refunds.ts';
import { createEgress } from '#platform/egress/index.ts';
import { destinationsOnLoopback } from '../destinations-on-loopback.ts';
import { type FakeStripe, openFakeStripe } from './index.ts';

export interface ConnectedStripe {
  stripe: FakeStripe;
  refunds: OutsideRefunds;
  close(): Promise<void>;
}

/** The adapter before the fake, by the egress client and what the registry lets it ask for. */
export async function openConnectedStripe(): Promise<ConnectedStripe> {
  const stripe = await openFakeStripe();
  const egress = createEgress(destinationsOnLoopback('stripe', stripe.port));
  const account = { baseUrl: `http://127.0.0.1:${stripe.port}/v1`, apiKey: stripe.apiKey };
  return {
    stripe,
    refunds: createStripeRefunds(account, egress.fetchFor('stripe')),
    close: async () => {
      await egress.close();
      await stripe.close();
    },
  };
}
