import { createStripeRefunds } from '#connectors/stripe/index.ts';
import type { EgressDestination } from '#contracts/egress.ts';
import type { OutsideRefunds } from '#contracts/ports/refunds.ts';
import { loadRegistry } from '#governance/registry/index.ts';
import { repositoryRoot } from '#platform/config/index.ts';
import { createEgress } from '#platform/egress/index.ts';
import { type FakeStripe, openFakeStripe } from './index.ts';

export interface ConnectedStripe {
  stripe: FakeStripe;
  refunds: OutsideRefunds;
  close(): Promise<void>;
}

/** The adapter before the fake, by the egress client and what the registry lets it ask for. */
export async function openConnectedStripe(): Promise<ConnectedStripe> {
  const stripe = await openFakeStripe();
  const egress = createEgress(destinationsAt(stripe.port));
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

function destinationsAt(port: number): EgressDestination[] {
  const { rules = [] } =
    loadRegistry(`${repositoryRoot}/registry`)
      .egressAssets()
      .find(({ asset }) => asset === 'stripe') ?? {};
  const here = { asset: 'stripe', kind: 'connector', scheme: 'http', host: '127.0.0.1', reach: 'loopback' } as const;
  return rules.flatMap((rule) =>
    'paths' in rule ? [{ ...here, port, methods: rule.methods, paths: rule.paths, open: true }] : [],
  );
}
